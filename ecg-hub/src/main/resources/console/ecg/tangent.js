// The end of T by the tangent (Lepeschkin and Surawicz 1952): where the line along the steepest part of T's last limb
// reaches the baseline. Pure. The baseline is the level before the QRS, which the hub takes off every lead of a median beat.

const FLAT_MICROVOLTS = 100; // a T lower than 0.1 mV has no limb to lay a line along
const FROM_J_SECONDS = 0.04; // before that it is ST
const LIMB_SECONDS = 0.25; // the longest last limb that is looked for
const SLOPE_SECONDS = 0.01; // the slope is taken over twice this, so that noise does not make it

/**
 * @param values a lead of a median beat in microvolts   @param rate samples a second
 * @param marks of the beat; the J point is needed, T's peak says near where to look
 * @returns { peak, at, end, microvolts, slope } in samples (end may lie between two) and microvolts a sample; undefined
 *     when the lead has no T to measure
 */
export function tangent(values, rate, marks) {
  if (!values || marks.j === undefined) {
    return undefined;
  }
  const reach = Math.max(1, Math.round(SLOPE_SECONDS * rate));
  const near = marks.tPeak === undefined ? undefined : Math.round(0.1 * rate);
  const from = Math.max(reach, Math.round(marks.j + FROM_J_SECONDS * rate), near ? marks.tPeak - near : 0);
  const to = Math.min(values.length - 1 - reach, near ? marks.tPeak + near : values.length);
  const peak = highest(values, from, to);
  if (peak === undefined || Math.abs(values[peak]) < FLAT_MICROVOLTS) {
    return undefined;
  }
  const sign = Math.sign(values[peak]);
  const last = Math.min(values.length - 1 - reach, peak + Math.round(LIMB_SECONDS * rate));
  let at;
  let slope = 0;
  for (let sample = peak + 1; sample <= last; sample++) {
    const here = (values[sample + reach] - values[sample - reach]) / (2 * reach);
    if (sign * values[sample] <= 0) {
      break; // the limb is over where it crosses the baseline
    }
    if (sign * here < sign * slope) {
      [at, slope] = [sample, here];
    }
  }
  const end = at === undefined ? Infinity : at - values[at] / slope;
  return end < values.length ? { peak, at, end, microvolts: values[at], slope } : undefined;
}

function highest(values, from, to) {
  let best;
  for (let sample = from; sample <= to; sample++) {
    if (best === undefined || Math.abs(values[sample]) > Math.abs(values[best])) {
      best = sample;
    }
  }
  return best;
}
