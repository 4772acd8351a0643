// One still sheet: grid, then what is lit, then pulses and traces, then marks and words on top.

import { GridCache } from './grid.js';
import { FOOT_MM } from './sheet.js';
import { TracePainter } from './trace.js';

export class SheetRenderer {
  #grid = new GridCache();

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
  }

  /**
   * Draws the paper over the whole canvas.
   *
   * @param paper a sheet of sheet.js    @param waveform may be undefined: bare paper
   * @param pxPerMm CSS pixels per mm    @param cssWidth @param cssHeight of the canvas: more room shows more paper
   * @param ratio device pixels per CSS pixel
   * @param lit { leads, beats } or undefined    @param foot the lines printed at the bottom left
   * @param says as of TracePainter
   */
  draw({ paper, waveform, pxPerMm, cssWidth, cssHeight, ratio, colours, lit, foot, says }) {
    const width = Math.round(cssWidth * ratio);
    const height = Math.round(cssHeight * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const scale = pxPerMm * ratio;
    this.context.drawImage(this.#grid.of(width, height, scale, colours), 0, 0);
    if (waveform) {
      this.#ink(new TracePainter(this.context, paper, waveform, scale, ratio, colours, says), paper, lit);
    }
    this.#foot(foot, height, ratio, scale, colours);
  }

  #ink(painter, paper, lit) {
    paper.segments.forEach((segment) => painter.lit(segment, lit));
    painter.pulses();
    for (const segment of paper.segments) {
      painter.boundary(segment);
      painter.segment(segment);
    }
    for (const segment of paper.segments) {
      painter.gaps(segment);
      painter.leadOff(segment);
      painter.pace(segment);
      painter.label(segment);
    }
  }

  #foot(lines, height, ratio, scale, colours) {
    const { context } = this;
    context.font = `600 ${12 * ratio}px sans-serif`;
    context.textBaseline = 'alphabetic';
    lines.filter(Boolean).forEach((words, at) => {
      const y = height - (FOOT_MM - 3.5 - at * 4.5) * scale;
      context.fillStyle = colours.paper;
      context.fillRect(scale, y - 12 * ratio, context.measureText(words).width + 2 * scale, 16 * ratio);
      context.fillStyle = colours.label;
      context.fillText(words, 2 * scale, y);
    });
  }
}
