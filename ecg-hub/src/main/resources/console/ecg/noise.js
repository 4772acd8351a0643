// How noisy a lead is, in microvolts, from the raw samples that are shown. Pure.
//
// noise: what is left of each sample when the mean of its neighbours 4 ms before and after is taken off, as a standard
// deviation: 1.4826 times the median of its size, over the square root of 1.5, so that white noise of 20 uV gives 20. The
// median passes over the few samples of QRS and spikes. Muscle and mains count in full or nearly (a hum of 50 Hz by 0.7),
// waves of the heart below 10 Hz by less than a thirtieth.
// drift: the distance between the highest and the lowest median of a second: how far the baseline wanders.
// Samples while an electrode was off are left out.

const LAG_SECONDS = 0.004;
const NORMAL = 1.4826; // standard deviation of normal noise over the median of its size
const OWN_AND_NEIGHBOURS = Math.sqrt(1.5);
const LEAST_SECONDS = 1;

/** @returns { noise, drift } in microvolts; undefined for a lead with less than a second to judge */
export function noiseOf(waveform, lead) {
  const values = waveform.microvolts(lead);
  if (!values) {
    return undefined;
  }
  const lag = Math.max(1, Math.round(LAG_SECONDS * waveform.rate));
  const off = waveform.off(lead);
  const on = (at) => !off.some((one) => at >= one.from - lag && at < one.to + lag);
  const residue = [];
  for (let at = lag; at < values.length - lag; at++) {
    if (on(at)) {
      residue.push(Math.abs(values[at] - (values[at - lag] + values[at + lag]) / 2));
    }
  }
  if (residue.length < LEAST_SECONDS * waveform.rate - 2 * lag) {
    return undefined;
  }
  const levels = [];
  for (let from = 0; from + waveform.rate <= values.length; from += waveform.rate) {
    const second = Array.from(values.subarray(from, from + waveform.rate)).filter((_, at) => on(from + at));
    if (second.length === waveform.rate) {
      levels.push(median(second));
    }
  }
  return { noise: (NORMAL * median(residue)) / OWN_AND_NEIGHBOURS, drift: levels.length ? Math.max(...levels) - Math.min(...levels) : 0 };
}

function median(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[sorted.length >> 1];
}
