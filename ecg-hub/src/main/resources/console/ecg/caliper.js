// Measuring on the paper: two ends, what lies between them, and where an end would rather stand. Pure.
//
// An end is { second, microvolts }: a time of the recording, and a voltage against the middle line of the caliper's
// lead. A caliper is { kind, lead, ends: [end, end] }; nothing here changes one, everything returns another.

const PEAK_SECONDS = 0.06; // as far from the engine's R a lead's own peak may lie
const DEFAULT_SPAN_SECONDS = 0.8;
const FOOT_SECONDS = 0.08; // before a peak, where its beat has not begun
const WHOLE_BEAT_SECONDS = 0.25; // a beat nearer to the edge may be cut

/** What lies between the ends. @returns { millis, bpm, microvolts, mm }; bpm is undefined for no time at all */
export function between({ ends: [one, two] }, gain) {
  const seconds = Math.abs(two.second - one.second);
  const microvolts = two.microvolts - one.microvolts;
  return {
    millis: seconds * 1000,
    bpm: seconds > 0 ? 60 / seconds : undefined,
    microvolts,
    mm: (microvolts / 1000) * gain,
  };
}

/** The same with one end elsewhere. */
export function withEnd(caliper, at, end) {
  return { ...caliper, ends: caliper.ends.map((one, index) => (index === at ? end : one)) };
}

/** The same, both ends moved by a time: the distance between them is kept, for walking it along the rhythm. */
export function walked(caliper, seconds, waveform) {
  const last = (waveform.samples - 1) / waveform.rate;
  const least = Math.min(...caliper.ends.map((end) => end.second));
  const most = Math.max(...caliper.ends.map((end) => end.second));
  const step = Math.max(-least, Math.min(last - most, seconds));
  return { ...caliper, ends: caliper.ends.map((end) => ({ ...end, second: end.second + step })) };
}

/** The times of a march-out comb within [from, to]: both ends and every further one at the same distance. */
export function comb({ ends: [one, two] }, from, to) {
  const step = Math.abs(two.second - one.second);
  if (step < 0.02) {
    return [one.second, two.second]; // nearer than any heart beats: no comb, or the paper turns black
  }
  const first = Math.min(one.second, two.second);
  const tooth = (number) => first + number * step;
  const least = Math.ceil((from - first) / step - 1e-9);
  const count = Math.floor((to - first) / step + 1e-9) - least + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => tooth(least + at));
}

/** Moves a time by whole samples of the waveform and holds it within it. */
export function nudged(second, samples, waveform) {
  const at = Math.round(second * waveform.rate) + samples;
  return Math.max(0, Math.min(waveform.samples - 1, at)) / waveform.rate;
}

/** The trace at a time, in microvolts against the lead's middle line; 0 for a lead that is not drawn. */
export function traceAt(waveform, lead, second) {
  const values = waveform.microvolts(lead);
  const at = Math.max(0, Math.min(waveform.samples - 1, Math.round(second * waveform.rate)));
  return values ? values[at] - waveform.middle(lead) : 0;
}

/** The lead's own peak by an R sample of the engine, as a time. */
export function peakNear(waveform, lead, rSample) {
  const values = waveform.microvolts(lead);
  if (!values) {
    return rSample / waveform.rate;
  }
  const reach = Math.round(PEAK_SECONDS * waveform.rate);
  const middle = waveform.middle(lead);
  let best = rSample;
  for (let at = Math.max(0, rSample - reach); at <= Math.min(waveform.samples - 1, rSample + reach); at++) {
    if (Math.abs(values[at] - middle) > Math.abs(values[best] - middle)) {
      best = at;
    }
  }
  return best / waveform.rate;
}

/**
 * Where an end that is let go at a time stands: on the lead's nearest R peak when that is near, else where it is.
 *
 * @param rSamples of every beat   @param withinSeconds how near is near
 */
export function snapped(second, { waveform, lead, rSamples, withinSeconds }) {
  const peaks = rSamples
    .filter((r) => Math.abs(r / waveform.rate - second) < withinSeconds + PEAK_SECONDS)
    .map((r) => peakNear(waveform, lead, r));
  const nearest = peaks.reduce((best, one) => (Math.abs(one - second) < Math.abs(best - second) ? one : best), Infinity);
  return Math.abs(nearest - second) <= withinSeconds ? nearest : nudged(second, 0, waveform);
}

/** A caliper for the keyboard to start from: over the first two beats after `from`, or over a foot and a peak. */
export function usual(kind, { waveform, lead, rSamples, from, to }) {
  const beats = rSamples.map((r) => peakNear(waveform, lead, r)).filter((second) => second >= from + WHOLE_BEAT_SECONDS && second <= to);
  const first = beats[0] ?? from + 1;
  const second = kind === 'voltage' ? Math.max(from, first - FOOT_SECONDS) : beats[1] ?? Math.min(to, first + DEFAULT_SPAN_SECONDS);
  const times = kind === 'voltage' ? [second, first] : [first, second];
  return { kind, lead, ends: times.map((at) => ({ second: at, microvolts: traceAt(waveform, lead, at) })) };
}
