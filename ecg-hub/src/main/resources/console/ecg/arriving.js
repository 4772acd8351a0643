// The last minute of an exam that still arrives. Sample numbers count from the exam's first sample.

import { STANDARD_12 } from './leads.js';
import { Waveform } from './waveform.js';

export const KEPT_SECONDS = 70; // a minute to scroll back over, and one sheet more

export class Arriving {
  #rings = new Map(); // lead -> samples in microvolts, the sample at its number modulo the ring's size
  #off = [];
  #pace = [];
  #gaps = new Set();

  rate = 0;
  /** Samples that have come. */
  length = 0;

  /** The oldest sample that is still kept. */
  get first() {
    return Math.max(0, this.length - this.#size);
  }

  get #size() {
    return KEPT_SECONDS * this.rate;
  }

  /** Takes what came; it follows on what was there. */
  append(waveform) {
    this.rate = waveform.rate;
    const base = this.length;
    for (const lead of STANDARD_12) {
      const values = waveform.microvolts(lead);
      if (values) {
        this.#keep(lead, values, base);
      }
      this.#off.push(...waveform.off(lead).map(({ from, to }) => ({ lead, from: base + from, to: base + to })));
    }
    this.#pace.push(...waveform.pace.map((at) => base + at));
    waveform.gaps.forEach((at) => this.#gaps.add(base + at));
    this.length += waveform.samples;
    this.#off = this.#off.filter((off) => off.to > this.first);
    this.#pace = this.#pace.filter((at) => at >= this.first);
  }

  #keep(lead, values, base) {
    if (!this.#rings.has(lead)) {
      this.#rings.set(lead, new Float32Array(this.#size));
    }
    const ring = this.#rings.get(lead);
    values.forEach((value, at) => (ring[(base + at) % ring.length] = value));
  }

  has(lead) {
    return this.#rings.has(lead);
  }

  value(lead, sample) {
    const ring = this.#rings.get(lead);
    return ring[sample % ring.length];
  }

  /** True when the signal was lost just before the sample. */
  gapAt(sample) {
    return this.#gaps.has(sample);
  }

  isOff(lead, sample) {
    return this.#off.some((off) => off.lead === lead && sample >= off.from && sample < off.to);
  }

  pacedBetween(from, to) {
    return this.#pace.filter((at) => at >= from && at < to);
  }

  /** The median of a lead over samples [from, to), in microvolts. */
  middle(lead, from, to) {
    const sorted = this.#between(lead, Math.max(this.first, from), to).sort();
    return sorted.length ? sorted[sorted.length >> 1] : 0;
  }

  #between(lead, from, to) {
    return Float32Array.from({ length: Math.max(0, to - from) }, (_, at) => this.value(lead, from + at));
  }

  /** What is kept, standing still; its first sample is number `first` of the exam. */
  frozen() {
    const { first, length, rate } = this;
    const leads = STANDARD_12.filter((lead) => this.has(lead));
    const shifted = (samples) => samples.filter((at) => at >= first).map((at) => at - first);
    const header = {
      rate,
      samples: length - first,
      leads: leads.map((lead) => ({ lead, microvoltsPerCount: 1, baselineCounts: 0 })),
      leadsOff: this.#off.map(({ lead, from, to }) => ({ lead, from: Math.max(0, from - first), to: to - first })),
      pace: shifted(this.#pace),
      gaps: shifted([...this.#gaps]),
    };
    return new Waveform(header, leads.map((lead) => this.#between(lead, first, length)));
  }
}
