// Intervals between the marks of a median beat, and QT corrected for the rate. Times in milliseconds. Pure.

/** The marks in the order in which they follow each other in a beat. */
export const MARKS = ['pOn', 'pOff', 'qrsOn', 'j', 'tPeak', 'tEnd'];

/** What is read off the marks, in the order of a report. */
export const INTERVALS = ['p', 'pr', 'qrs', 'qt', 'qtcBazett', 'qtcFridericia', 'qtcFramingham', 'qtcHodges'];

/** @param rrMillis time from beat to beat */
export const CORRECTED = {
  qtcBazett: (qt, rrMillis) => qt / Math.sqrt(rrMillis / 1000),
  qtcFridericia: (qt, rrMillis) => qt / Math.cbrt(rrMillis / 1000),
  qtcFramingham: (qt, rrMillis) => qt + 154 * (1 - rrMillis / 1000),
  qtcHodges: (qt, rrMillis) => qt + 1.75 * (60000 / rrMillis - 60),
};

/**
 * @param marks sample of each mark, undefined where there is none
 * @param rate samples a second   @param rrMillis undefined without a rhythm
 * @returns milliseconds by name of INTERVALS; undefined where a mark is missing
 */
export function intervals(marks, rate, rrMillis) {
  const span = (from, to) => (marks[from] === undefined || marks[to] === undefined ? undefined : ((marks[to] - marks[from]) / rate) * 1000);
  const qt = span('qrsOn', 'tEnd');
  const corrected = Object.entries(CORRECTED).map(([name, of]) => [name, qt === undefined || !(rrMillis > 0) ? undefined : of(qt, rrMillis)]);
  return { p: span('pOn', 'pOff'), pr: span('pOn', 'qrsOn'), qrs: span('qrsOn', 'j'), qt, ...Object.fromEntries(corrected) };
}

/** The marks with one elsewhere, held between its neighbours and within the beat's samples. */
export function withMark(marks, name, sample, length) {
  const place = MARKS.indexOf(name);
  const before = MARKS.slice(0, place).map((one) => marks[one]).filter((at) => at !== undefined);
  const after = MARKS.slice(place + 1).map((one) => marks[one]).filter((at) => at !== undefined);
  const least = Math.max(0, ...before);
  const most = Math.min(length - 1, ...after);
  return { ...marks, [name]: Math.max(least, Math.min(most, Math.round(sample))) };
}

/** A beat with what is in force of marks, intervals and ST: by hand where somebody has moved them, else the engine's. */
export function inForce(beat) {
  const { byHand } = beat;
  if (!byHand?.byHand) {
    return beat;
  }
  const byLead = Object.entries(byHand.st).map(([lead, { j60 }]) => [lead, j60]);
  const figures = { ...beat.figures, j60Microvolts: { ...beat.figures.j60Microvolts, ...Object.fromEntries(byLead) } };
  return { ...beat, figures, marks: byHand.marks, intervals: intervals(byHand.marks, beat.rate, beat.figures.rrMillis) };
}

/** The leads in which a hand has changed ST at J, as it is shown: in hundredths of a millivolt. */
export function movedSt(byHand) {
  const shown = (level) => level && Math.round(level.j / 10);
  return byHand?.byHand ? Object.keys(byHand.st).filter((lead) => shown(byHand.st[lead]) !== shown(byHand.automaticSt[lead])) : [];
}
