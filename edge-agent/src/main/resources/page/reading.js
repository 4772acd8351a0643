// What a reading means for the page: no clinical rule of its own, only which words and boxes belong to it.
const SWAPPED = /(LEAD_REVERSAL|ARMS_ON_LEGS|DEXTROCARDIA)$/;
const KINDS = {
  INFARCTION: ['R11', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18'], ARREST: ['R01', 'R03'], VENTRICULAR: ['R04', 'R05', 'R08', 'R20'],
  FAST: ['R06', 'R07'], SLOW: ['R02', 'R09', 'R10', 'R25'], OTHER: [],
};

export const readingOf = (exam) => exam?.hub ?? exam?.local;

export const levelOf = (exam) => readingOf(exam)?.level;

// A patient's name, or the end of the number; empty for somebody unknown.
export const nameOf = ({ name, identityEnd }) => name ?? (identityEnd ? `…${identityEnd}` : '');

// The reading suspects that electrodes are exchanged.
export const swapped = (exam) => Boolean(exam?.local?.lines.some((one) => SWAPPED.test(one.rule)));

export const did = (exam, action) => exam.confirmed.find((one) => one.action === action);

// The kinds of finding that can be read back, one button each.
export const kinds = Object.keys(KINDS);

// Those that the red findings of the reading are of; any when it names none.
export function kindsOf(reading) {
  const rules = reading.lines.map((one) => one.rule).filter((rule) => /^R\d/.test(rule));
  if (!rules.length) {
    return kinds;
  }
  return rules.map((rule) => kinds.find((kind) => KINDS[kind].some((one) => rule.startsWith(one))) ?? 'OTHER');
}

// When the exam is to be repeated, in milliseconds since 1970; null when nothing asks for it.
export function repeatOf(exam, { rules, chestPain, fromMillis, toMillis }) {
  const reading = readingOf(exam);
  if (!reading || !exam.endedAt || reading.level === 'GREY') {
    return null;
  }
  const asked = reading.lines.some((one) => rules.some((rule) => one.rule.startsWith(rule)))
    || (chestPain && exam.symptoms.chestPain && reading.level !== 'RED');
  const end = Date.parse(exam.endedAt);
  return asked ? { from: end + fromMillis, to: end + toMillis } : null;
}
