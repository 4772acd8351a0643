// An arriving exam as a monitor shows it: both columns sweep over the same seconds at true paper speed, and a bar
// erases the oldest. Append only: what is drawn is never drawn again. Samples play one chunk behind their arrival, so
// that a late chunk does not make the trace stutter; a stretch that has not come is a hole, never a line.

import { GridCache } from './grid.js';
import { FOOT_MM, LEFT_MM, LAYOUTS, RIGHT_MM, TOP_MM, columnsOf, mmOfMicrovolts } from './sheet.js';
import { TracePainter } from './trace.js';

const ERASE_MM = 6;
const CATCH_UP_SECONDS = 3; // further behind than this, jump

/** Paper for the sweep: limb leads beside chest leads, each column `seconds` long. */
export function sweepSheet({ seconds = 5, speed = 25, gain = 10 } = {}) {
  const columns = columnsOf('6x2', false);
  const { rowMm } = LAYOUTS['6x2'];
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
  #middles = new Map();
  #page = -1; // the sweep over the paper that the middles belong to
  #played = 0; // samples on the paper, fractions included
  #drawn = 0;
  #lastFrame = 0;

  /** @param arriving what has come; see arriving.js */
  constructor(canvas, arriving) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
    this.arriving = arriving;
  }

  /** Call it when more has come: too far behind, it jumps. */
  arrived() {
    const { length, rate } = this.arriving;
    if (length - this.#played > CATCH_UP_SECONDS * rate) {
      this.#played = Math.max(0, length - rate);
    }
  }

  /** Takes the paper's size, colours and words, and starts on bare paper. */
  lay({ paper, pxPerMm, cssWidth, cssHeight, ratio, colours, says }) {
    const width = Math.round(cssWidth * ratio);
    const height = Math.round(cssHeight * ratio);
    this.canvas.width = width;
    this.canvas.height = height;
    Object.assign(this, { paper, ratio, colours, scale: pxPerMm * ratio });
    this.grid = this.#grid.of(width, height, this.scale, colours);
    this.context.drawImage(this.grid, 0, 0);
    const blank = { rate: 1, samples: 0, gaps: [], pace: [] };
    this.painter = new TracePainter(this.context, paper, blank, this.scale, ratio, colours, says);
    this.painter.pulses();
    this.#drawn = Math.max(0, Math.floor(this.#played) - paper.seconds * this.arriving.rate, this.arriving.first);
    this.#labels();
  }

  /** Advances to the time of this frame in ms; call it from requestAnimationFrame. */
  frame(now) {
    const passed = this.#lastFrame ? (now - this.#lastFrame) / 1000 : 0;
    this.#lastFrame = now;
    const { rate, length } = this.arriving;
    if (!this.paper || !rate) {
      return;
    }
    this.#played = Math.min(length, this.#played + passed * rate);
    const until = Math.floor(this.#played);
    if (until > this.#drawn) {
      this.#draw(this.#drawn, until);
      this.#drawn = until;
      this.#labels();
    }
  }

  #draw(from, until) {
    const window = this.paper.seconds * this.arriving.rate;
    for (let at = Math.max(from, until - window); at < until; ) {
      const page = Math.floor(at / window);
      const end = Math.min(until, (page + 1) * window);
      this.#centre(page, page * window, end);
      this.#erase(at % window, end - at);
      this.paper.segments.forEach((segment) => this.#strip(segment, at, end, window));
      at = end;
    }
  }

  /** Each sweep starts with its own middle lines, from the seconds before it. */
  #centre(page, start, end) {
    if (page !== this.#page) {
      this.#page = page;
      const { arriving } = this;
      const from = start > 0 ? start - this.paper.seconds * arriving.rate : 0;
      const until = start > 0 ? start : Math.max(end, Math.min(arriving.length, arriving.rate));
      this.paper.segments.forEach(({ lead }) => arriving.has(lead) && this.#middles.set(lead, arriving.middle(lead, from, until)));
    }
  }

  #erase(position, samples) {
    const perSample = (this.paper.speed / this.arriving.rate) * this.scale;
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
    const { arriving, context } = this;
    if (!arriving.has(segment.lead)) {
      return;
    }
    const middle = this.#middles.get(segment.lead) ?? 0;
    const step = (this.paper.speed / arriving.rate) * this.scale;
    const x0 = segment.xMm * this.scale;
    const y0 = segment.baselineMm * this.scale;
    const perMicrovolt = mmOfMicrovolts(this.paper, 1) * this.scale;
    const first = from % window === 0 || arriving.gapAt(from) ? from : from - 1;
    context.strokeStyle = this.colours.trace;
    const off = arriving.isOff(segment.lead, from);
    context.save();
    if (off) {
      this.#keepToRow(segment); // no heart while an electrode is off: faint, and over no other lead
    }
    context.lineWidth = 1.2 * this.ratio;
    context.lineJoin = 'round';
    context.beginPath();
    for (let at = first; at < end; at++) {
      const x = x0 + (at % window) * step;
      const y = y0 - (arriving.value(segment.lead, at) - middle) * perMicrovolt;
      if (at === first || arriving.gapAt(at)) {
        context.moveTo(x, y);
      } else {
        context.lineTo(x, y);
      }
    }
    context.stroke();
    context.restore();
    context.fillStyle = this.colours.pace;
    for (const at of arriving.pacedBetween(from, end)) {
      context.fillRect(Math.round(x0 + (at % window) * step), y0 - 9 * this.scale, 1.5 * this.ratio, 5 * this.scale);
    }
  }

  #keepToRow({ baselineMm }) {
    const { context } = this;
    const half = (this.paper.rowMm / 2 - 1) * this.scale;
    context.beginPath();
    context.rect(0, baselineMm * this.scale - half, this.canvas.width, 2 * half);
    context.clip();
    context.globalAlpha = 0.3;
  }

  #labels() {
    for (const segment of this.paper.segments) {
      this.painter.label(segment);
      if (this.arriving.length > 0 && !this.arriving.has(segment.lead)) {
        this.painter.absent(segment);
      } else if (this.arriving.isOff(segment.lead, this.#drawn - 1)) {
        this.painter.offNow(segment);
      }
    }
  }
}
