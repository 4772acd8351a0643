// Single-letter keys, never while somebody is typing.

export function typing(event) {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName));
}

/** Calls actions[key] for a plain key press; the key is as in KeyboardEvent.key, in lower case. */
export function onKey(event, actions) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) {
    return;
  }
  const action = actions[event.key.toLowerCase()];
  if (action) {
    event.preventDefault();
    action(event);
  }
}
