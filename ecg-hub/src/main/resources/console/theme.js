// Light or dark: the reader's choice, else what the operating system says (dark at night).

const KEY = 'ecg.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

export function theme() {
  return localStorage.getItem(KEY) ?? (dark.matches ? 'dark' : 'light');
}

export function chooseTheme(name) {
  localStorage.setItem(KEY, name);
  show();
}

export function followTheme() {
  dark.addEventListener('change', show);
  show();
}

function show() {
  document.documentElement.dataset.theme = theme();
  dispatchEvent(new Event('ecg-theme'));
}
