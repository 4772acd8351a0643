// Filters for looking, never for measuring: what is stored stays raw, and every paper says what it was drawn with.
//
// Each filter runs forth and back, so that no wave moves in time and ST keeps its shape as far as the cut-off allows.
// Coefficients by the bilinear transform of the second-order Butterworth filter and of the notch.

export const HIGH_PASS_HERTZ = [0, 0.05, 0.5];
export const LOW_PASS_HERTZ = [0, 150, 100, 40];
export const NOTCH_HERTZ = [0, 50];

/** As recorded. */
export const RAW = { highPass: 0, lowPass: 0, notch: 0 };
/** What the flip of raw and filtered shows when nothing else was chosen. */
export const USUAL = { highPass: 0.5, lowPass: 40, notch: 50 };

// Two passes of a second-order Butterworth filter lose 3 dB where x^4 = sqrt(2) - 1, x being the share of its cut-off: each
// pass cuts off as much further out, so that both together cut off where they say.
const TWICE = (Math.SQRT2 - 1) ** 0.25;
const NOTCH_QUALITY = 25; // 2 Hz wide at 50 Hz, once
const PAD_SECONDS = 3; // mirrored at each end, so that the filter has settled where the recording begins

export function isRaw({ highPass, lowPass, notch }) {
  return !highPass && !lowPass && !notch;
}

/** The filters of a choice that a recording of this rate can carry: none at or above half the rate. */
export function possible(choice, rate) {
  const below = (hertz) => (hertz < rate / 2 ? hertz : 0);
  return { highPass: below(choice.highPass), lowPass: below(choice.lowPass), notch: below(choice.notch) };
}

/** A choice in words that need no translation, such as `0.5-40 Hz AC50`. */
export function wordsOf({ highPass, lowPass, notch }) {
  const band = highPass && lowPass ? `${highPass}–${lowPass} Hz` : highPass ? `≥ ${highPass} Hz` : lowPass ? `≤ ${lowPass} Hz` : '';
  return [band, notch ? `AC${notch}` : ''].filter(Boolean).join(' ');
}

/** The stretch of samples, filtered; a new array. */
export function filtered(samples, choice, rate) {
  const { highPass, lowPass, notch } = possible(choice, rate);
  let out = Float64Array.from(samples);
  if (highPass) {
    out = forthAndBack(out, highPassOf(highPass, rate), rate);
  }
  if (lowPass) {
    out = forthAndBack(out, lowPassOf(lowPass, rate), rate);
  }
  if (notch) {
    out = forthAndBack(out, notchOf(notch, rate), rate);
  }
  return Float32Array.from(out);
}

function forthAndBack(samples, filter, rate) {
  if (samples.length < 2) {
    return samples;
  }
  const pad = Math.min(samples.length - 1, Math.round(PAD_SECONDS * rate));
  const padded = mirrored(samples, pad);
  run(padded, filter);
  padded.reverse();
  run(padded, filter);
  padded.reverse();
  return padded.slice(pad, pad + samples.length);
}

/** Continued beyond both ends by the samples turned about the end's own value: no step, no corner. */
function mirrored(samples, pad) {
  const out = new Float64Array(samples.length + 2 * pad);
  const last = samples.length - 1;
  out.set(samples, pad);
  for (let at = 1; at <= pad; at++) {
    out[pad - at] = 2 * samples[0] - samples[at];
    out[pad + last + at] = 2 * samples[last] - samples[last - at];
  }
  return out;
}

/** One pass in place, started as though the first sample had stood there for ever. */
function run(samples, { b0, b1, b2, a1, a2 }) {
  const level = (b0 + b1 + b2) / (1 + a1 + a2);
  let [x1, x2] = [samples[0], samples[0]];
  let [y1, y2] = [samples[0] * level, samples[0] * level];
  for (let at = 0; at < samples.length; at++) {
    const x = samples[at];
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    samples[at] = y;
  }
}

function lowPassOf(hertz, rate) {
  const { k, norm } = butterworth(Math.tan((Math.PI * hertz) / rate) / TWICE);
  return { b0: k * k * norm, b1: 2 * k * k * norm, b2: k * k * norm, a1: 2 * (k * k - 1) * norm, a2: (1 - Math.SQRT2 * k + k * k) * norm };
}

function highPassOf(hertz, rate) {
  const { k, norm } = butterworth(Math.tan((Math.PI * hertz) / rate) * TWICE);
  return { b0: norm, b1: -2 * norm, b2: norm, a1: 2 * (k * k - 1) * norm, a2: (1 - Math.SQRT2 * k + k * k) * norm };
}

/** @param k cut-off, bent as the bilinear transform bends it */
function butterworth(k) {
  return { k, norm: 1 / (1 + Math.SQRT2 * k + k * k) };
}

function notchOf(hertz, rate) {
  const w = (2 * Math.PI * hertz) / rate;
  const alpha = Math.sin(w) / (2 * NOTCH_QUALITY);
  const norm = 1 / (1 + alpha);
  const middle = -2 * Math.cos(w) * norm;
  return { b0: norm, b1: middle, b2: norm, a1: middle, a2: (1 - alpha) * norm };
}
