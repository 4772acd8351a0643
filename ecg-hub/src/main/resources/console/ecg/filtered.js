// A waveform as it looks through filters: the same leads, times and marks, other samples.

import { filtered, isRaw } from './filters.js';

/** The waveform itself when nothing is filtered. */
export function through(waveform, choice) {
  return waveform && !isRaw(choice) ? new FilteredWaveform(waveform, choice) : waveform;
}

class FilteredWaveform {
  #kept = new Map();

  constructor(raw, choice) {
    this.raw = raw;
    this.choice = choice;
    const { rate, samples, leads, leadsOff, pace, gaps, problems, seconds } = raw;
    Object.assign(this, { rate, samples, leads, leadsOff, pace, gaps, problems, seconds });
  }

  has(lead) {
    return this.raw.has(lead);
  }

  derived(lead) {
    return this.raw.derived(lead);
  }

  off(lead) {
    return this.raw.off(lead);
  }

  isOff(lead, sample) {
    return this.raw.isOff(lead, sample);
  }

  /** A high-pass has taken the electrode's own voltage away already. */
  middle(lead) {
    return this.choice.highPass ? 0 : this.raw.middle(lead);
  }

  microvolts(lead) {
    if (!this.has(lead)) {
      return undefined;
    }
    if (!this.#kept.has(lead)) {
      this.#kept.set(lead, this.#made(lead));
    }
    return this.#kept.get(lead);
  }

  /** Each stretch for itself: a lost second or a loose electrode must not ring into good signal. */
  #made(lead) {
    const values = this.raw.microvolts(lead);
    const turns = [...this.gaps, ...this.off(lead).flatMap((off) => [off.from, off.to])];
    const edges = [...new Set([0, ...turns.filter((at) => at > 0 && at < values.length), values.length])].sort((a, b) => a - b);
    const out = new Float32Array(values.length);
    for (let part = 0; part + 1 < edges.length; part++) {
      out.set(filtered(values.subarray(edges[part], edges[part + 1]), this.choice, this.rate), edges[part]);
    }
    return out;
  }
}
