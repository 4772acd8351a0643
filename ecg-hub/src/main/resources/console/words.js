// Words in the reader's language: one JSON file each, zh-CN first.

const KEY = 'ecg.language';
const LANGUAGES = ['zh-CN', 'en'];

export function language() {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.includes(kept) ? kept : LANGUAGES[0];
}

export function otherLanguage() {
  return LANGUAGES.find((one) => one !== language());
}

/** Loads the words and keeps the choice. @returns t(key, values): the words, or the key itself when there are none */
export async function speak(name) {
  const response = await fetch(`/messages/${name}.json`);
  const words = await response.json();
  localStorage.setItem(KEY, name);
  document.documentElement.lang = name;
  const t = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, slot) => String(values[slot] ?? whole));
  t.has = (key) => key in words;
  t.language = name;
  /** Picks from a value that the hub gives in both languages. */
  t.either = (both) => (both ? (name === 'en' ? both.english : both.chinese) : '');
  return t;
}
