// An arriving exam as a monitor shows it: both columns sweep over the same seconds at true paper speed, and a bar
// erases the oldest. Append only: what is drawn is never drawn again. Samples play one chunk behind their arrival, so
// that a late chunk does not make the trace stutter; a stretch that has not come is a hole, never a line.

import { GridCache } from './grid.js';
import { STANDARD_12 } from './leads.js';
import { LAYOUTS, LEFT_MM, FOOT_MM, RIGHT_MM, TOP_MM, mmOfMicrovolts } from './sheet.js';
import { TracePainter } from './trace.js';

const ERASE_MM = 6;
const CATCH_UP_SECONDS = 3; // further behind than this, jump

/** Paper for the sweep: limb leads beside chest leads, each column `seconds` long. */
export function sweepSheet({ seconds = 5, speed = 25, gain = 10 } = {}) {
  const { columns, rowMm } = LAYOUTS['6x2'];
  const segments = columns.flatMap((leads, column) =>
    leads.map((lead, row) => ({
      lead,
      row,
      column,
      baselineMm: TOP_MM + rowMm * (row + 0.5),
      xMm: LEFT_MM + column * seconds * speed,
      from: 0,
      to: seconds,
    })),
  );
  return {
    layout: 'sweep',
    start: 0,
    seconds,
    speed,
    gain,
    rowMm,
    segments,
    baselines: [...new Set(segments.map((one) => one.baselineMm))],
    widthMm: LEFT_MM + columns.length * seconds * speed + RIGHT_MM,
    heightMm: TOP_MM + columns[0].length * rowMm + FOOT_MM,
  };
}

export class Sweep {
  #grid = new GridCache();
  #leads = new Map(); // lead -> samples in microvolts so far
  #gaps = new Set();
  #middles = new Map();
  #length = 0;
  #played = 0; // samples on the paper, fractions included
  #drawn = 0;
  #lastFrame = 0;

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
  }

  get length() {
    return this.#length;
  }

  /** Adds what came; `waveform` starts at sample `length` of the exam. */
  append(waveform) {
    this.rate = waveform.rate;
    for (const lead of STANDARD_12) {
      const values = waveform.microvolts(lead);
      if (values) {
        const kept = this.#leads.get(lead) ?? [];
        kept.push(...values);
        this.#leads.set(lead, kept);
        this.#middles.set(lead, this.#middles.get(lead) ?? waveform.middle(lead));
      }
    }
    waveform.gaps.forEach((gap) => this.#gaps.add(gap));
    this.#length += waveform.samples;
    if (this.#length - this.#played > CATCH_UP_SECONDS * this.rate) {
      this.#played = Math.max(0, this.#length - this.rate);
    }
  }

  /** Takes the paper's size and colours, and starts on bare paper. */
  lay({ paper, pxPerMm, cssWidth, cssHeight, ratio, colours }) {
    const width = Math.round(cssWidth * ratio);
    const height = Math.round(cssHeight * ratio);
    this.canvas.width = width;
    this.canvas.height = height;
    Object.assign(this, { paper, ratio, colours, scale: pxPerMm * ratio });
    this.grid = this.#grid.of(width, height, this.scale, colours);
    this.context.drawImage(this.grid, 0, 0);
    const blank = { rate: 1, samples: 0, gaps: [], pace: [] };
    this.painter = new TracePainter(this.context, paper, blank, this.scale, ratio, colours);
    this.painter.pulses();
    this.#drawn = this.rate ? Math.max(0, Math.floor(this.#played) - paper.seconds * this.rate) : 0;
    this.#labels();
  }

  /** Advances to the time of this frame in ms; call it from requestAnimationFrame. */
  frame(now) {
    const passed = this.#lastFrame ? (now - this.#lastFrame) / 1000 : 0;
    this.#lastFrame = now;
    if (!this.paper || !this.rate) {
      return;
    }
    this.#played = Math.min(this.#length, this.#played + passed * this.rate);
    const until = Math.floor(this.#played);
    if (until > this.#drawn) {
      this.#draw(this.#drawn, until);
      this.#drawn = until;
      this.#labels();
    }
  }

  #draw(from, until) {
    const window = this.paper.seconds * this.rate;
    for (let at = Math.max(from, until - window); at < until; ) {
      const pageEnd = (Math.floor(at / window) + 1) * window;
      const end = Math.min(until, pageEnd);
      this.#erase(at % window, end - at);
      this.paper.segments.forEach((segment) => this.#strip(segment, at, end, window));
      at = end;
    }
  }

  #erase(position, samples) {
    const perSample = (this.paper.speed / this.rate) * this.scale;
    const columnWidth = this.paper.seconds * this.paper.speed * this.scale;
    const top = this.scale;
    const height = this.canvas.height - FOOT_MM * this.scale;
    for (const xMm of new Set(this.paper.segments.map((one) => one.xMm))) {
      const left = Math.floor(xMm * this.scale + position * perSample + this.ratio);
      const right = Math.ceil(xMm * this.scale + Math.min(columnWidth, (position + samples) * perSample + ERASE_MM * this.scale));
      if (right > left) {
        this.context.drawImage(this.grid, left, top, right - left, height, left, top, right - left, height);
      }
    }
  }

  #strip(segment, from, end, window) {
    const values = this.#leads.get(segment.lead);
    if (!values) {
      return;
    }
    const { context } = this;
    const middle = this.#middles.get(segment.lead);
    const step = (this.paper.speed / this.rate) * this.scale;
    const x0 = segment.xMm * this.scale;
    const y0 = segment.baselineMm * this.scale;
    const perMicrovolt = mmOfMicrovolts(this.paper, 1) * this.scale;
    const first = from % window === 0 || this.#gaps.has(from) ? from : from - 1;
    context.strokeStyle = this.colours.trace;
    context.lineWidth = 1.2 * this.ratio;
    context.lineJoin = 'round';
    context.beginPath();
    for (let at = first; at < end; at++) {
      const x = x0 + (at % window) * step;
      const y = y0 - (values[at] - middle) * perMicrovolt;
      if (at === first || this.#gaps.has(at)) {
        context.moveTo(x, y);
      } else {
        context.lineTo(x, y);
      }
    }
    context.stroke();
  }

  #labels() {
    for (const segment of this.paper.segments) {
      this.painter.label(segment);
      if (this.#length > 0 && !this.#leads.has(segment.lead)) {
        this.painter.absent(segment);
      }
    }
  }
}
