// Words in two languages, from words/*.json; a key without words shows itself, so that it is found.
const LANGUAGES = ['zh-CN', 'en'];
let words = {};
let language = LANGUAGES[0];

export async function speak(wanted) {
  language = LANGUAGES.includes(wanted) ? wanted : LANGUAGES[0];
  words = await (await fetch(`/words/${language}.json`)).json();
  document.documentElement.lang = language;
  document.title = say('title');
  return language;
}

export const spoken = () => language;

export const other = () => LANGUAGES.find((one) => one !== language);

export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (all, at) => values[at] ?? all);
}

export function line(reading) {
  return language === 'en' ? reading.english || reading.chinese : reading.chinese || reading.english;
}

export function clock(iso) {
  return iso ? new Date(iso).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false }) : '';
}

export function clockSeconds(iso) {
  return iso ? new Date(iso).toLocaleTimeString(language, { hour12: false }) : '';
}

// The whole date, for paper.
export function date(iso) {
  return new Date(iso).toLocaleDateString(language, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

// The day, when it is not today.
export function day(iso) {
  const date = new Date(iso);
  return date.toDateString() === new Date().toDateString() ? '' : date.toLocaleDateString(language, { month: '2-digit', day: '2-digit' });
}
