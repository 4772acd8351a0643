// Samples of a recording as the hub sends them, and what a count of each lead means.
//
// Body: "ECW1", header length (uint32), header (JSON, UTF-8), then the samples, lead after lead, int16 or int32 as
// the header says; everything little-endian, the samples start at a multiple of 4 bytes.
// microvolts = (count - baselineCounts) * microvoltsPerCount. What cannot be scaled is never drawn: it is a problem.

import { STANDARD_12, derivation, turned, upright } from './leads.js';

const MAGIC = 0x31574345; // "ECW1"

export class Waveform {
  #counts = new Map();
  #microvolts = new Map();
  #middles = new Map();

  /** @param header the JSON header  @param arrays counts by lead, in the header's order */
  constructor(header, arrays) {
    this.header = header;
    this.rate = header.rate;
    this.samples = header.samples;
    this.leads = header.leads.map((one) => one.lead);
    this.leadsOff = header.leadsOff ?? [];
    this.pace = header.pace ?? [];
    this.gaps = header.gaps ?? [];
    this.problems = [];
    if (!(this.rate > 0)) {
      this.problems.push({ code: 'unknown-rate' });
    }
    header.leads.forEach((one, at) => this.#take(one, arrays[at]));
    if (this.leads.length !== new Set(this.leads).size) {
      this.problems.push({ code: 'lead-twice' });
    }
    for (const lead of STANDARD_12) {
      if (!this.has(lead) && !this.leads.includes(lead)) {
        this.problems.push({ code: 'missing-lead', lead });
      }
    }
  }

  #take(scale, counts) {
    if (!(scale.microvoltsPerCount > 0) || !Number.isFinite(scale.baselineCounts)) {
      this.problems.push({ code: 'unknown-scale', lead: scale.lead });
    } else if (!counts || counts.length !== this.samples) {
      this.problems.push({ code: 'wrong-length', lead: scale.lead });
    } else {
      this.#counts.set(scale.lead, { counts, scale });
    }
  }

  get seconds() {
    return this.rate > 0 ? this.samples / this.rate : 0;
  }

  /** True when the lead can be drawn: recorded, or computed from I and II. */
  has(view) {
    const lead = upright(view);
    if (!(this.rate > 0)) {
      return false;
    }
    return this.#counts.has(lead) || (derivation(lead) !== undefined && this.#counts.has('I') && this.#counts.has('II'));
  }

  /** True when the lead is computed here and was not recorded. */
  derived(view) {
    return !this.#counts.has(upright(view)) && this.has(view);
  }

  /** Samples of one lead in microvolts; undefined for a lead that cannot be drawn. */
  microvolts(lead) {
    if (!this.has(lead)) {
      return undefined;
    }
    if (!this.#microvolts.has(lead)) {
      this.#microvolts.set(lead, this.#made(lead));
    }
    return this.#microvolts.get(lead);
  }

  #made(lead) {
    if (turned(lead)) {
      return this.microvolts(upright(lead)).map((value) => -value);
    }
    return this.#counts.has(lead) ? this.#scaled(lead) : this.#computed(lead);
  }

  #scaled(lead) {
    const { counts, scale } = this.#counts.get(lead);
    return Float32Array.from(counts, (count) => (count - scale.baselineCounts) * scale.microvoltsPerCount);
  }

  #computed(lead) {
    const [ofOne, ofTwo] = derivation(lead);
    const one = this.microvolts('I');
    const two = this.microvolts('II');
    return one.map((value, at) => ofOne * value + ofTwo * two[at]);
  }

  /**
   * The level of a lead's middle line in microvolts: the median of its samples with the electrodes on, one constant
   * for the whole recording. It moves the trace up or down on the paper, as an electrode's own voltage demands, and
   * never scales it.
   */
  middle(lead) {
    if (!this.#middles.has(lead)) {
      const all = this.microvolts(lead) ?? new Float32Array(1);
      const on = all.filter((_, at) => !this.isOff(lead, at));
      const sorted = (on.length ? on : all.slice()).sort();
      this.#middles.set(lead, sorted.length ? sorted[sorted.length >> 1] : 0);
    }
    return this.#middles.get(lead);
  }

  /** True while an electrode of the lead was off. */
  isOff(lead, sample) {
    return this.off(lead).some((one) => sample >= one.from && sample < one.to);
  }

  /** Stretches [from, to) in samples in which the lead was off; a computed lead is off with I or II. */
  off(lead) {
    const needed = this.derived(lead) ? ['I', 'II'] : [upright(lead)];
    return this.leadsOff.filter((one) => needed.includes(one.lead));
  }
}

/** Reads a body of the hub; throws when it is not one. */
export function parseWaveform(buffer) {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new Error('not a waveform of this hub (expected: ECW1)');
  }
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
  const width = header.sample === 'int16' ? 2 : header.sample === 'int32' ? 4 : 0;
  if (!width) {
    throw new Error(`unknown sample form ${header.sample} (expected: int16 or int32)`);
  }
  const start = 8 + Math.ceil(length / 4) * 4;
  const arrays = header.leads.map((_, at) => samplesAt(view, start + at * header.samples * width, header.samples, width));
  return new Waveform(header, arrays);
}

/** Explicitly little-endian, whatever the machine; short when the body is. */
function samplesAt(view, offset, count, width) {
  const there = Math.max(0, Math.min(count, Math.floor((view.byteLength - offset) / width)));
  const samples = new Int32Array(there);
  for (let at = 0; at < there; at++) {
    samples[at] = width === 2 ? view.getInt16(offset + at * 2, true) : view.getInt32(offset + at * 4, true);
  }
  return samples;
}
