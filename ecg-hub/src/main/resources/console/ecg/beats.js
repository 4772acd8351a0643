// Median beats on paper. A median beat is no rhythm: it stands in a panel of its own, with its onset of QRS at one place,
// and never repeats.
//
// A beat is what the hub sends: { rate, samples, r, leads: microvolts by lead, marks, figures, beats }.

import { STANDARD_12 } from './leads.js';
import { FOOT_MM, LEFT_MM, PULSE, TOP_MM } from './sheet.js';
import { GridCache } from './grid.js';

const BEFORE_SECONDS = 0.42; // room before the onset of QRS, as far as a median beat reaches
const AFTER_SECONDS = 0.7;
const LABEL_MM = 11;

/** Twelve panels in the order of the 3x4 sheet, at its own speed and gain. */
export function beatGrid({ speed = 25, gain = 10, rowMm = 30 } = {}) {
  const panelMm = Math.ceil(((BEFORE_SECONDS + AFTER_SECONDS) * speed) / 5) * 5;
  const panels = STANDARD_12.map((lead, at) => ({
    leads: [lead],
    xMm: LEFT_MM + Math.floor(at / 3) * panelMm,
    baselineMm: TOP_MM + (at % 3) * rowMm + Math.round(rowMm / 10) * 5,
  }));
  return laid(panels, { speed, gain, panelMm, heightMm: TOP_MM + 3 * rowMm + FOOT_MM });
}

/**
 * One panel with all leads of a beat over each other, wide enough to set marks in; `headMm` is the room for their grips.
 * One gain for all leads, the largest usual one at which none leaves the paper; the paper names it.
 */
export function beatsSuperimposed(beat, { speed = 100, headMm = 25, heightMm = 110 } = {}) {
  const panelMm = (BEFORE_SECONDS + AFTER_SECONDS) * speed;
  const roomMm = (heightMm - headMm - FOOT_MM) / 2;
  const baselineMm = headMm + Math.round(roomMm / 5) * 5;
  const tallest = Math.max(...Object.values(beat.leads).map((values) => values.reduce((most, one) => Math.max(most, Math.abs(one)), 0)));
  const gain = [20, 10, 5].find((one) => (tallest / 1000) * one <= roomMm) ?? 2.5;
  return laid([{ leads: STANDARD_12, xMm: LEFT_MM, baselineMm }], { speed, gain, panelMm, heightMm });
}

function laid(panels, { speed, gain, panelMm, heightMm }) {
  const right = Math.max(...panels.map((panel) => panel.xMm)) + panelMm;
  return { panels, speed, gain, panelMm, heightMm, widthMm: Math.ceil(right / 5) * 5 };
}

/** The sample at which a beat's QRS begins; its R without marks. */
export function onsetOf(beat) {
  return beat.marks?.qrsOn ?? beat.r;
}

/** Where a sample of a beat stands in a panel, in mm from the left edge. `onset` is aligned in all panels. */
export function xOfSample(paper, panel, sample, onset, rate) {
  return panel.xMm + (BEFORE_SECONDS + (sample - onset) / rate) * paper.speed;
}

/** The inverse of xOfSample. */
export function sampleAt(paper, panel, xMm, onset, rate) {
  return onset + ((xMm - panel.xMm) / paper.speed - BEFORE_SECONDS) * rate;
}

export class BeatRenderer {
  #grid = new GridCache();

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
  }

  /**
   * @param layers [{ beat, colour, dashed }], the first below
   * @param marks seconds from the onset of QRS at which an upright stands in every panel
   * @param foot lines at the bottom left
   */
  draw({ paper, layers, marks = [], pxPerMm, cssWidth, cssHeight, ratio, colours, foot }) {
    const width = Math.round(cssWidth * ratio);
    const height = Math.round(cssHeight * ratio);
    this.canvas.width = width;
    this.canvas.height = height;
    Object.assign(this, { paper, ratio, colours, scale: pxPerMm * ratio });
    this.context.drawImage(this.#grid.of(width, height, this.scale, colours), 0, 0);
    this.#pulses();
    for (const panel of paper.panels) {
      marks.forEach((second) => this.#upright(panel, second));
      layers.forEach((layer) => panel.leads.forEach((lead) => this.#trace(panel, lead, layer)));
      if (panel.leads.length === 1) {
        this.#words(panel.leads[0], panel.xMm + 1, panel.baselineMm - LABEL_MM, 13);
      }
    }
    foot.filter(Boolean).forEach((line, at) => this.#words(line, 2, paper.heightMm - FOOT_MM + 3.5 + at * 4.5, 12));
  }

  #pulses() {
    const { context, paper, scale } = this;
    context.strokeStyle = this.colours.trace;
    context.lineWidth = this.ratio;
    for (const baselineMm of new Set(paper.panels.map((panel) => panel.baselineMm))) {
      const [left, right] = [PULSE.fromMm, Math.min(LEFT_MM - 1, PULSE.fromMm + PULSE.seconds * paper.speed)].map((mm) => mm * scale);
      const top = (baselineMm - paper.gain) * scale;
      context.beginPath();
      context.moveTo(left, baselineMm * scale);
      context.lineTo(left, top);
      context.lineTo(right, top);
      context.lineTo(right, baselineMm * scale);
      context.stroke();
    }
  }

  #trace(panel, lead, { beat, colour, dashed }) {
    const values = beat.leads[lead];
    if (!values) {
      return;
    }
    const { context, paper, scale } = this;
    const onset = onsetOf(beat);
    context.save();
    context.beginPath();
    context.rect(panel.xMm * scale, 0, paper.panelMm * scale, this.canvas.height);
    context.clip();
    context.strokeStyle = colour;
    context.lineWidth = 1.3 * this.ratio;
    context.lineJoin = 'round';
    context.setLineDash(dashed ? [5 * this.ratio, 3 * this.ratio] : []);
    context.beginPath();
    values.forEach((microvolts, at) =>
      context.lineTo(xOfSample(paper, panel, at, onset, beat.rate) * scale, (panel.baselineMm - (microvolts / 1000) * paper.gain) * scale),
    );
    context.stroke();
    context.restore();
  }

  #upright(panel, second) {
    const { context, paper, scale } = this;
    const x = Math.round((panel.xMm + (BEFORE_SECONDS + second) * paper.speed) * scale);
    context.fillStyle = this.colours.mark;
    context.globalAlpha = 0.55;
    context.fillRect(x, (panel.baselineMm - 12) * scale, this.ratio, 24 * scale);
    context.globalAlpha = 1;
  }

  #words(text, xMm, yMm, size) {
    const { context, scale, ratio } = this;
    context.font = `700 ${size * ratio}px sans-serif`;
    context.textBaseline = 'alphabetic';
    context.fillStyle = this.colours.paper;
    context.fillRect(xMm * scale - 2 * ratio, yMm * scale - size * ratio, context.measureText(text).width + 4 * ratio, (size + 4) * ratio);
    context.fillStyle = this.colours.label;
    context.fillText(text, xMm * scale, yMm * scale);
  }
}
