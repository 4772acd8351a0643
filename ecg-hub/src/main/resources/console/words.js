// Words in the reader's language: one JSON file each, zh-CN first. Words that only some pages need are in sets of their
// own, fetched with what needs them.

import { keyOf } from './keys.js';

const HINT = / ?\(([A-Z!?])\)/g; // a key in brackets behind what it does
const KEY = 'ecg.language';
const LANGUAGES = ['zh-CN', 'en'];

export function language() {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.includes(kept) ? kept : LANGUAGES[0];
}

export function otherLanguage() {
  return LANGUAGES.find((one) => one !== language());
}

/** The reader's own key in its place; nothing for one that is switched off. */
function hint(whole, usual) {
  const own = keyOf(usual.toLowerCase()).toUpperCase();
  return own ? whole.replace(usual, own) : '';
}

const sets = new Set();
let known = {};

async function fetched(file) {
  const response = await fetch(`/messages/${file}.json`);
  return response.json();
}

/** Adds a set of words to those that are spoken, in whatever language is chosen from then on. */
export async function speakAlso(set) {
  if (!sets.has(set)) {
    Object.assign(known, await fetched(`${set}.${language()}`));
    sets.add(set);
  }
}

/** Loads the words and keeps the choice. @returns t(key, values): the words, or the key itself when there are none */
export async function speak(name) {
  const parts = await Promise.all([fetched(name), ...[...sets].map((set) => fetched(`${set}.${name}`))]);
  const words = Object.assign({}, ...parts);
  known = words;
  localStorage.setItem(KEY, name);
  document.documentElement.lang = name;
  const t = (key, values = {}) =>
    (words[key] ?? key)
      .replace(HINT, (whole, usual) => hint(whole, usual))
      .replace(/\{(\w+)\}/g, (whole, slot) => String(values[slot] ?? whole));
  t.has = (key) => key in words;
  t.language = name;
  /** Picks from a value that the hub gives in both languages. */
  t.either = (both) => (both ? (name === 'en' ? both.english : both.chinese) : '');
  return t;
}
