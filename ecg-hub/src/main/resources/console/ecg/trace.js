// Draws onto the grid: pulses, traces, hatching, marks and words. Coordinates come from sheet.js in mm.

import { upright } from './leads.js';
import { PULSE, mmOfMicrovolts, xOfSecond } from './sheet.js';

const BEAT_SECONDS = 0.16; // half the width of the mark behind a beat that a finding was measured on

export class TracePainter {
  /**
   * @param scale device pixels per mm   @param unit device pixels per CSS pixel
   * @param says the paper's own words: absent(lead), offNow(lead), off(lead, from, to) with times in seconds
   */
  constructor(context, paper, waveform, scale, unit, colours, says) {
    Object.assign(this, { context, paper, waveform, scale, unit, colours, says });
  }

  px(mm) {
    return mm * this.scale;
  }

  /** The 1 mV, 200 ms rectangle before each row. */
  pulses() {
    const { context, paper } = this;
    const left = this.#sharp(PULSE.fromMm);
    const right = this.#sharp(PULSE.fromMm + PULSE.seconds * paper.speed);
    const highMm = mmOfMicrovolts(paper, PULSE.microvolts);
    context.strokeStyle = this.colours.trace;
    context.lineWidth = this.unit;
    context.lineJoin = 'miter';
    for (const baselineMm of paper.baselines) {
      const baseline = this.#sharp(baselineMm);
      const top = this.#sharp(baselineMm - highMm);
      context.beginPath();
      context.moveTo(left - this.px(1), baseline);
      context.lineTo(left, baseline);
      context.lineTo(left, top);
      context.lineTo(right, top);
      context.lineTo(right, baseline);
      context.lineTo(right + this.px(1), baseline);
      context.stroke();
    }
  }

  /** Where a line of the pulse's width fills whole pixels, half a pixel away at most. */
  #sharp(mm) {
    return this.unit % 2 === 1 ? Math.floor(this.px(mm)) + 0.5 : Math.round(this.px(mm));
  }

  segment(segment) {
    const { waveform } = this;
    if (!waveform.has(segment.lead)) {
      this.absent(segment);
      return;
    }
    const from = Math.max(0, Math.ceil(segment.from * waveform.rate - 1e-6));
    const to = Math.min(waveform.samples, Math.ceil(segment.to * waveform.rate - 1e-6));
    const turns = waveform.off(segment.lead).flatMap((off) => [off.from, off.to]);
    const edges = [...new Set([from, ...turns.filter((at) => at > from && at < to), to])].sort((a, b) => a - b);
    for (let part = 0; part + 1 < edges.length; part++) {
      this.#stretch(segment, edges[part], edges[part + 1]);
    }
  }

  /** Samples [from, to) of a segment; faint and kept to its row while an electrode was off: that is no heart. */
  #stretch(segment, from, to) {
    const { context, waveform, colours } = this;
    const off = waveform.isOff(segment.lead, from);
    context.save();
    if (off) {
      context.beginPath();
      context.rect(...this.#row(segment, 0, context.canvas.width));
      context.clip();
    }
    const values = waveform.microvolts(segment.lead);
    const middle = waveform.middle(segment.lead);
    const gaps = new Set(waveform.gaps);
    const step = this.px(this.paper.speed / waveform.rate);
    const x0 = this.px(xOfSecond(this.paper, segment, from / waveform.rate));
    const y0 = this.px(segment.baselineMm);
    const perMicrovolt = this.px(mmOfMicrovolts(this.paper, 1));
    context.strokeStyle = colours.trace;
    context.globalAlpha = off ? 0.3 : 1;
    context.lineWidth = 1.2 * this.unit;
    context.lineJoin = 'round';
    context.beginPath();
    for (let at = from; at < to; at++) {
      const x = x0 + (at - from) * step;
      const y = y0 - (values[at] - middle) * perMicrovolt;
      if (at === from || gaps.has(at)) {
        context.moveTo(x, y);
      } else {
        context.lineTo(x, y);
      }
    }
    context.stroke();
    context.restore();
  }

  /** The part of a row that belongs to its leads: [left, top, width, height] in device pixels. */
  #row(segment, left, width) {
    const half = this.px(Math.min(this.paper.rowMm / 2 - 1, 10));
    return [left, this.px(segment.baselineMm) - half, width, 2 * half];
  }

  /** A short upright at the left edge of every column but the first, so that nobody reads across two leads. */
  boundary(segment) {
    if (segment.column === 0) {
      return;
    }
    this.context.fillStyle = this.colours.trace;
    const x = Math.round(this.px(segment.xMm));
    for (const mm of [-4, 2]) {
      this.context.fillRect(x, this.px(segment.baselineMm + mm), this.unit, this.px(2));
    }
  }

  label(segment) {
    const { context, colours } = this;
    const text = segment.lead.replace('-', '−');
    context.font = `700 ${13 * this.unit}px sans-serif`;
    context.textBaseline = 'alphabetic';
    const x = this.px(segment.xMm + 1);
    const y = this.px(segment.baselineMm - Math.min(11, this.paper.rowMm / 2 - 1));
    context.fillStyle = colours.paper;
    context.globalAlpha = 0.8;
    context.fillRect(x - 2 * this.unit, y - 12 * this.unit, context.measureText(text).width + 4 * this.unit, 15 * this.unit);
    context.globalAlpha = 1;
    context.fillStyle = colours.label;
    context.fillText(text, x, y);
  }

  /** Words instead of a trace: a lead that is not there is never guessed. */
  absent(segment) {
    const { colours } = this;
    const width = this.px((segment.to - segment.from) * this.paper.speed);
    this.#hatch(this.px(segment.xMm), segment, width, colours.problem);
    this.#words(`✕ ${this.says.absent(segment.lead)}`, this.px(segment.xMm) + width / 2, this.px(segment.baselineMm), colours.problem);
  }

  /** The word alone, beside the label of a lead whose electrode is off while it is drawn. */
  offNow(segment) {
    const y = this.px(segment.baselineMm - Math.min(11, this.paper.rowMm / 2 - 1));
    this.#words(this.says.offNow(segment.lead), this.px(segment.xMm + 22), y, this.colours.off);
  }

  /** Stretches in which an electrode of the lead was off, hatched over and named with their times. */
  leadOff(segment) {
    for (const { from, to } of this.waveform.off(segment.lead)) {
      const begin = Math.max(segment.from, from / this.waveform.rate);
      const end = Math.min(segment.to, to / this.waveform.rate);
      if (begin < end) {
        const left = this.px(xOfSecond(this.paper, segment, begin));
        const width = this.px((end - begin) * this.paper.speed);
        this.#hatch(left, segment, width, this.colours.off);
        const words = this.says.off(segment.lead, begin.toFixed(1), end.toFixed(1));
        this.#words(words, left + width / 2, this.px(segment.baselineMm + 6), this.colours.off, segment);
      }
    }
  }

  #hatch(left, segment, width, colour) {
    const { context } = this;
    const [, top, , high] = this.#row(segment, left, width);
    context.save();
    context.beginPath();
    context.rect(left, top, width, high);
    context.clip();
    context.strokeStyle = colour;
    context.globalAlpha = 0.55;
    context.lineWidth = this.unit;
    context.beginPath();
    for (let x = left - high; x < left + width; x += this.px(2)) {
      context.moveTo(x, top + high);
      context.lineTo(x + high, top);
    }
    context.stroke();
    context.restore();
  }

  /** Words centred at a place, moved so far that they stay within a segment when one is given. */
  #words(text, centre, y, colour, segment) {
    const { context } = this;
    context.font = `700 ${12 * this.unit}px sans-serif`;
    context.textAlign = 'center';
    const width = context.measureText(text).width + 8 * this.unit;
    const x = segment ? Math.min(centre, this.px(xOfSecond(this.paper, segment, segment.to)) - width / 2) : centre;
    context.fillStyle = this.colours.paper;
    context.fillRect(x - width / 2, y - 12 * this.unit, width, 17 * this.unit);
    context.fillStyle = colour;
    context.fillText(text, x, y);
    context.textAlign = 'start';
  }

  /** The unit's pacing marks, at one height whatever the trace does. */
  pace(segment) {
    const { context } = this;
    context.fillStyle = this.colours.pace;
    for (const sample of this.waveform.pace) {
      const second = sample / this.waveform.rate;
      if (second >= segment.from && second < segment.to) {
        const x = Math.round(this.px(xOfSecond(this.paper, segment, second)));
        context.fillRect(x, this.px(segment.baselineMm - 9), 1.5 * this.unit, this.px(5));
      }
    }
  }

  /** Where the unit's data was lost: a broken upright and a word, never a line drawn across. */
  gaps(segment) {
    const { context, waveform } = this;
    context.strokeStyle = this.colours.problem;
    context.lineWidth = this.unit;
    for (const sample of waveform.gaps) {
      const second = sample / waveform.rate;
      if (second >= segment.from && second < segment.to) {
        const x = this.px(xOfSecond(this.paper, segment, second));
        context.setLineDash([4 * this.unit, 3 * this.unit]);
        context.beginPath();
        context.moveTo(x, this.px(segment.baselineMm - 10));
        context.lineTo(x, this.px(segment.baselineMm + 10));
        context.stroke();
        context.setLineDash([]);
      }
    }
  }

  /** The leads and beats that a finding was measured on, behind the trace. */
  lit(segment, lit) {
    const { context, paper, waveform } = this;
    const named = lit?.leads.includes(upright(segment.lead));
    if (!lit || (!segment.rhythm && lit.leads.length > 0 && !named)) {
      return;
    }
    const half = this.px(Math.min(paper.rowMm / 2, 12));
    const top = this.px(segment.baselineMm) - half;
    context.fillStyle = this.colours.lit;
    if (!segment.rhythm && named) {
      context.globalAlpha = 0.35;
      context.fillRect(this.px(segment.xMm), top, this.px((segment.to - segment.from) * paper.speed), 2 * half);
    }
    context.globalAlpha = 0.55;
    for (const sample of lit.beats) {
      const second = sample / waveform.rate;
      const begin = Math.max(segment.from, second - BEAT_SECONDS);
      const end = Math.min(segment.to, second + BEAT_SECONDS);
      if (begin < end) {
        context.fillRect(this.px(xOfSecond(paper, segment, begin)), top, this.px((end - begin) * paper.speed), 2 * half);
      }
    }
    context.globalAlpha = 1;
  }
}
