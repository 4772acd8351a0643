// What keys do, by where they do it; words are `keys.GROUP.N`.
const GROUPS = {
  read: ['J K', 'Enter', 'Esc'],
  list: ['J K', 'Enter', 'N', 'C'],
  case: ['A', 'Esc'],
  report: ['A', 'E', 'X', 'J K', 'N', '!', 'Ctrl Enter'],
  sheet: ['1 2 3 4 5 6', 'S', 'G', 'F', 'R', 'Z'],
  caliper: ['T', 'V', 'M', 'Tab', '← →', '↑ ↓', 'Shift'],
  beats: ['B', 'P', 'O'],
  page: ['?'],
};

/** Groups of keys that write; everybody has the others. `list` says it to those who may claim, `read` to everybody else. */
const CLAIMING = ['list', 'case', 'report'];

/** What keys do for somebody with these rights: no key is named that would do nothing. */
export function groupsOf(rights) {
  const may = rights.includes('HANDLE_CASES');
  return Object.fromEntries(Object.entries(GROUPS).filter(([name]) => (name === 'read' ? !may : may || !CLAIMING.includes(name))));
}
