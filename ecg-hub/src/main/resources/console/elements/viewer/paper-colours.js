const NAMES = {
  paper: '--paper',
  light: '--grid-light',
  heavy: '--grid-heavy',
  trace: '--trace',
  label: '--trace-label',
  lit: '--lit',
  off: '--off',
  pace: '--pace',
  problem: '--problem',
  earlier: '--trace-earlier',
  mark: '--mark',
};

/** The colours of the paper as the theme says. */
export function paperColours(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, style.getPropertyValue(name).trim()]));
}
