// What a read-back on a phone is chosen from: the right answer among wrong ones, all of one kind, in an order that is the
// case's own and knows nothing of which is right. The hub checks the answer as if it had been typed.

const NAMES = ['王秀英', '李建国', '张丽华', '刘德海', '陈玉兰', '赵文斌', '孙桂芳', '周志强'];
const PREFERRED = ['NAME', 'AGE', 'IDENTITY_NUMBER', 'EXAM_CODE', 'SITE'];
// Wrong findings are of another family than all that was found: a wrong answer must be wrong.
const FAMILIES = [
  { rule: 'R01', of: ['R01', 'R02'] },
  { rule: 'R03', of: ['R03', 'R04', 'R05', 'R05b'] },
  { rule: 'R06', of: ['R05', 'R05b', 'R06', 'R07', 'R08'] },
  { rule: 'R10', of: ['R02', 'R09', 'R10'] },
  { rule: 'R11', of: ['R11', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19'] },
];

/** The two identifiers that are asked for, each with { right, options }. */
export function identifierQuestions(exam, kinds) {
  const seed = numberOf(exam.id);
  return PREFERRED.filter((kind) => kinds.includes(kind))
    .slice(0, 2)
    .map((kind, at) => {
      const right = rightAnswer(exam, kind);
      return { kind, options: ordered([right, ...wrongAnswers(kind, right, seed + at)], exam.id) };
    });
}

/** The rules that can be answered among others that the case does not have; the page shows each by its short title. */
export function findingOptions(exam, answerable) {
  const seed = numberOf(exam.id);
  const found = [...answerable, ...(exam.reading?.findings ?? [])].map((one) => one.rule);
  const others = FAMILIES.filter(({ of }) => !of.some((rule) => found.includes(rule))).map(({ rule }) => rule);
  const wrong = shuffled(others, seed).slice(0, Math.max(1, 3 - answerable.length));
  return ordered([...answerable.map((one) => one.rule), ...wrong], exam.id);
}

/** By what a name makes of the case: a finding that joins later moves none of those before it. */
function ordered(texts, id) {
  return texts.map((text) => ({ text, place: placeOf(`${id} ${text}`) }))
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text);
}

/** FNV-1a, 32 bits, mixed once more so that texts that differ at the end lie apart. */
function placeOf(text) {
  let hash = 0x811c9dc5;
  for (const unit of text) {
    hash = Math.imul(hash ^ unit.codePointAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function rightAnswer(exam, kind) {
  switch (kind) {
    case 'NAME':
      return exam.patient.name;
    case 'AGE':
      return String(exam.patient.ageYears);
    case 'IDENTITY_NUMBER':
      return exam.patient.identityNumber.slice(-4);
    case 'EXAM_CODE':
      return exam.code;
    default:
      return exam.site;
  }
}

function wrongAnswers(kind, right, seed) {
  switch (kind) {
    case 'NAME':
      return shuffled(NAMES.filter((name) => name !== right), seed).slice(0, 2);
    case 'AGE':
      return [Number(right) + 4 + (seed % 5), Math.max(1, Number(right) - 3 - (seed % 6))].map(String).filter((age) => age !== right);
    case 'IDENTITY_NUMBER':
      return [1, 2].map((turn) => String((Number(right.replace(/\D/g, '1')) + turn * (1000 + (seed % 997))) % 10000).padStart(4, '0'));
    case 'EXAM_CODE':
      return [1, 2].map((turn) => ((parseInt(right, 16) + turn * (65537 + (seed % 4096))) % 0x1000000).toString(16).toUpperCase().padStart(6, '0'));
    default:
      return [1, 2].map((turn) => `${right.replace(/\d+$/, '')}${String((Number(/\d+$/.exec(right)?.[0] ?? 0) + turn * 3) % 100).padStart(2, '0')}`);
  }
}

function numberOf(id) {
  return parseInt(id.replace(/-/g, '').slice(-7), 16);
}

/** The same order for the same seed: Park and Miller's generator turns a Fisher-Yates shuffle. */
function shuffled(items, seed) {
  const mixed = [...items];
  let state = (seed % 2147483646) + 1;
  for (let last = mixed.length - 1; last > 0; last--) {
    state = (state * 48271) % 2147483647;
    const at = state % (last + 1);
    [mixed[last], mixed[at]] = [mixed[at], mixed[last]];
  }
  return mixed;
}
