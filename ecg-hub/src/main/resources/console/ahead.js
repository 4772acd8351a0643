// The samples of the one exam that is likely to be opened next, fetched while the reader still looks at the list. The hub
// writes into its audit that they were fetched ahead; that the exam was opened, it writes when it is.

const FRESH_MS = 60_000;
const DWELL_MS = 150; // a pointer that only passes by asks for nothing

let kept;
let waiting = 0;

/** Fetches the samples soon, unless somebody looks elsewhere before. */
export function lookAhead(api, examId) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (kept?.examId !== examId || Date.now() - kept.at > FRESH_MS) {
      kept = { examId, at: Date.now(), bytes: api.bytes(`/api/exams/${examId}/waveform`, true).catch(() => undefined) };
    }
  }, DWELL_MS);
}

/** What was fetched ahead, once: a promise of the body or of nothing. */
export function takeAhead(examId) {
  clearTimeout(waiting);
  const there = kept?.examId === examId && Date.now() - kept.at <= FRESH_MS ? kept.bytes : undefined;
  kept = undefined;
  return there ?? Promise.resolve(undefined);
}
