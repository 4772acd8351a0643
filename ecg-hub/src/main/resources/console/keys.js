// Keys of a single character: never while somebody is typing, not at all for whoever has switched them off, and each to be
// changed or switched off by whoever wants another (WCAG 2.1.4: a voice that dictates into the wrong place must not flip
// filters). What is chosen is kept in this browser for the account that is logged in.

const KEY = 'ecg.keys';
const TICKED = ['checkbox', 'radio', 'range', 'button', 'submit'];

/** The keys that can be changed, as they are when nobody has. */
export const CHANGEABLE = [...'abcefgjkmnoprstvxz', '1', '2', '3', '4', '5', '6', '!', '?'];

let account = '';
let own = {};

/** Whose keys are in force from now on. */
export function useKeysOf(name) {
  account = name ?? '';
  try {
    own = JSON.parse(localStorage.getItem(`${KEY}.${account}`)) ?? {};
  } catch {
    own = {}; // what is kept is no choice of keys: the usual ones
  }
}

/** The key that does what this one usually does; empty when it is switched off. */
export function keyOf(usual) {
  return own[usual] ?? usual;
}

/**
 * Gives what a key usually does another key, or none when `key` is empty.
 *
 * @returns empty when done; else what speaks against it: { code: 'character' | 'taken', by }
 */
export function rebind(usual, key) {
  const wanted = key.toLowerCase();
  if (wanted && (Array.from(wanted).length !== 1 || /\s/.test(wanted))) {
    return { code: 'character' };
  }
  const by = wanted && CHANGEABLE.find((other) => other !== usual && keyOf(other) === wanted);
  if (by) {
    return { code: 'taken', by };
  }
  own = { ...own, [usual]: wanted };
  if (wanted === usual) {
    delete own[usual];
  }
  localStorage.setItem(`${KEY}.${account}`, JSON.stringify(own));
  return undefined;
}

/** All keys as they usually are. */
export function usualKeys() {
  own = {};
  localStorage.removeItem(`${KEY}.${account}`);
}

/** What a pressed key usually is; undefined when it is nobody's any more. */
function usual(pressed) {
  const found = CHANGEABLE.find((one) => keyOf(one) === pressed);
  return found ?? (CHANGEABLE.includes(pressed) ? undefined : pressed);
}

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
 * Calls actions[key] for a plain key press; the key is as in KeyboardEvent.key, in lower case, and as it usually is. An
 * action that returns `false` has not used the key.
 */
export function onKey(event, actions) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) {
    return;
  }
  if (event.key.length === 1 && !singleKeys()) {
    return;
  }
  const action = actions[usual(event.key.toLowerCase())];
  if (action && action(event) !== false) {
    event.preventDefault();
  }
}
