// Single-letter keys: never while somebody is typing, and not at all for whoever has switched them off (WCAG 2.1.4:
// a voice that dictates into the wrong place must not flip filters).

const KEY = 'ecg.keys';
const TICKED = ['checkbox', 'radio', 'range', 'button', 'submit'];

export function typing(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement) || (target.tagName === 'INPUT' && TICKED.includes(target.type))) {
    return false;
  }
  return target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName);
}

export function singleKeys() {
  return localStorage.getItem(KEY) !== 'off';
}

export function switchSingleKeys(on) {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}

/**
 * Calls actions[key] for a plain key press; the key is as in KeyboardEvent.key, in lower case. An action that returns
 * `false` has not used the key.
 */
export function onKey(event, actions) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) {
    return;
  }
  if (event.key.length === 1 && !singleKeys()) {
    return;
  }
  const action = actions[event.key.toLowerCase()];
  if (action && action(event) !== false) {
    event.preventDefault();
  }
}
