/** What keys do, by where they do it; words are `keys.GROUP.N`. */
export const GROUPS = {
  list: ['J K', 'Enter', 'N', 'C'],
  case: ['A', 'Esc'],
  report: ['A', 'E', 'X', 'J K', 'N', '!', 'Ctrl Enter'],
  sheet: ['1 2 3 4 5 6', 'S', 'G', 'F', 'R', 'Z'],
  caliper: ['T', 'V', 'M', 'Tab', '← →', '↑ ↓', 'Shift'],
  beats: ['B', 'P', 'O'],
  page: ['?'],
};
