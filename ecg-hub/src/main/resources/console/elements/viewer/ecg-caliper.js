import { LitElement, css, html, nothing, svg } from 'lit';
import { between, comb, nudged, snapped, traceAt, usual, walked, withEnd } from '../../ecg/caliper.js';
import { bandOf, mmOfMicrovolts, secondAt, segmentAt, xOfSecond } from '../../ecg/sheet.js';
import { shared } from '../shared-styles.js';

const BOX_MM = 5;
const SNAP_MM = 2;
const FINE_MICROVOLTS = 10;
const DRAG_PX = 4;
const BOTH = 2; // the third grip, which walks the whole caliper

/**
 * A caliper over a sheet: time, voltage or march-out comb. With the pointer: drag from end to end, or click where each
 * end goes (WCAG 2.5.7). By keyboard: each end is a slider that Tab reaches; arrows move it by one sample, with Shift by
 * a 5-mm box.
 */
class EcgCaliper extends LitElement {
  static properties = {
    t: { attribute: false },
    paper: { attribute: false },
    pxPerMm: { type: Number },
    waveform: { attribute: false },
    rSamples: { attribute: false },
    kind: {},
    snap: { type: Boolean },
    measured: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { position: absolute; inset: 0; }
      svg { display: block; cursor: crosshair; color: var(--mark); }
      .ground { fill: transparent; }
      line, path { stroke: currentColor; stroke-width: 1.5; fill: none; pointer-events: none; }
      .tooth { stroke-dasharray: 5 4; stroke-width: 1.2; }
      .grip { cursor: grab; touch-action: none; }
      .grip rect { fill: var(--paper); stroke: currentColor; stroke-width: 2; rx: 6px; }
      .grip path { stroke-width: 2; }
      .grip:focus { outline: none; }
      .grip:focus-visible rect { fill: currentColor; }
      .grip:focus-visible path { stroke: var(--paper); }
      text { font: 700 14px system-ui, sans-serif; fill: currentColor; paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; pointer-events: none; }
      output { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    `,
  ];

  #placing = false; // the first end is clicked, the second follows the pointer
  #held = undefined; // { at, x, y, from: the caliper when it was taken }

  willUpdate(changed) {
    const was = changed.get('kind');
    if (changed.has('kind') && was && (was === 'voltage') !== (this.kind === 'voltage')) {
      this.measured = undefined;
    }
    if (this.measured && (changed.has('kind') || changed.has('waveform'))) {
      const ends = this.measured.ends.map((end) => (end.free ? end : this.#onTrace(this.measured.lead, end.second)));
      this.measured = { ...this.measured, kind: this.kind, ends };
    }
  }

  /** Starts where a caliper is usually set, for whoever has no pointer, and gives the keyboard its second end. */
  async begin() {
    const { paper, waveform, rSamples } = this;
    const to = Math.min(paper.bands.at(-1).to, waveform.seconds);
    const rhythm = paper.segments.find((segment) => segment.rhythm) ?? paper.segments.find((segment) => segment.from === paper.start);
    this.measured ??= usual(this.kind, { waveform, rSamples, lead: rhythm.lead, from: paper.start, to });
    await this.updateComplete;
    this.renderRoot.querySelector('[data-grip="1"]')?.focus();
  }

  render() {
    const { paper, pxPerMm, measured } = this;
    const width = Math.ceil(paper.widthMm * pxPerMm);
    const height = Math.ceil(paper.heightMm * pxPerMm);
    return html`
      <svg width=${width} height=${height} role="group" aria-label=${this.t(`caliper.${this.kind}`)}
        @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#drop}>
        <rect class="ground" width=${width} height=${height}></rect>
        ${measured ? (this.kind === 'voltage' ? this.#voltage() : this.#time()) : nothing}
      </svg>
      <output>${measured ? this.#words() : ''}</output>
    `;
  }

  #time() {
    const { paper, measured } = this;
    const { ends } = measured;
    const teeth = this.kind === 'march' ? paper.bands.flatMap((band) => comb(measured, band.from, Math.min(band.to, this.waveform.seconds))) : [];
    const [left, right] = [...ends].sort((a, b) => a.second - b.second);
    const middle = (left.second + right.second) / 2;
    const band = bandOf(paper, middle);
    return svg`
      ${teeth.map((second) => this.#upright(second, 'tooth'))}
      ${ends.map((end) => this.#upright(end.second, ''))}
      ${band && bandOf(paper, left.second) === band && bandOf(paper, right.second) === band
        ? svg`<path d="M ${this.#x(left.second)} ${this.#y(band.topMm + 8)} H ${this.#x(right.second)}"></path>`
        : nothing}
      ${ends.map((end, at) => this.#timeGrip(end.second, at, 3.5))}
      ${this.#timeGrip(middle, BOTH, 11)}
      ${band ? svg`<text x=${this.#x(right.second) + 16} y=${this.#y(band.topMm + 8) + 5}>${this.#words()}</text>` : nothing}
    `;
  }

  #upright(second, kind) {
    const band = bandOf(this.paper, second);
    const x = this.#x(second);
    return band ? svg`<line class=${kind} x1=${x} x2=${x} y1=${this.#y(band.topMm)} y2=${this.#y(band.bottomMm)}></line>` : nothing;
  }

  #timeGrip(second, at, downMm) {
    const band = bandOf(this.paper, second);
    return band ? this.#grip(at, this.#x(second), this.#y(band.topMm + downMm), second, 'M -5 0 H 5 M -5 0 l 3 -3 m -3 3 l 3 3 M 5 0 l -3 -3 m 3 3 l -3 3') : nothing;
  }

  #voltage() {
    const points = this.measured.ends.map((end) => this.#point(end));
    if (points.includes(undefined)) {
      return nothing;
    }
    const left = Math.min(...points.map((one) => one.x)) - 5 * this.pxPerMm;
    const right = Math.max(...points.map((one) => one.x)) + 5 * this.pxPerMm;
    const arrows = 'M 0 -6 V 6 M 0 -6 l -3 3 m 3 -3 l 3 3 M 0 6 l -3 -3 m 3 3 l 3 -3';
    const outside = 13;
    return svg`
      ${points.map(({ x, y }) => svg`<line x1=${left} x2=${right} y1=${y} y2=${y}></line><path d="M ${x - 4} ${y - 4} l 8 8 m 0 -8 l -8 8"></path>`)}
      <line x1=${right - 4} x2=${right - 4} y1=${points[0].y} y2=${points[1].y}></line>
      ${this.#grip(0, left - outside, points[0].y, this.measured.ends[0].second, arrows)}
      ${this.#grip(1, right + outside, points[1].y, this.measured.ends[1].second, arrows)}
      <text x=${right + 4} y=${(points[0].y + points[1].y) / 2 + (Math.abs(points[0].y - points[1].y) < 60 ? 34 : 5)}>${this.#words()}</text>
    `;
  }

  /** Where an end of the voltage caliper stands, in px; undefined when its lead does not show that time. */
  #point(end) {
    const shown = (one) => one.lead === this.measured.lead && end.second >= one.from && end.second <= one.to;
    const segments = this.paper.segments.filter(shown);
    const segment = segments.find((one) => Boolean(one.rhythm) === Boolean(this.measured.rhythm)) ?? segments[0];
    return segment && {
      x: xOfSecond(this.paper, segment, end.second) * this.pxPerMm,
      y: (segment.baselineMm - mmOfMicrovolts(this.paper, end.microvolts)) * this.pxPerMm,
    };
  }

  #grip(at, x, y, second, sign) {
    return svg`
      <g class="grip" role="slider" tabindex="0" data-grip=${at} transform="translate(${x} ${y})"
        aria-label=${this.t(`caliper.grip.${at + 1}`)} aria-valuemin="0" aria-valuemax=${Math.round(this.waveform.seconds * 1000)}
        aria-valuenow=${Math.round(second * 1000)} aria-valuetext="${second.toFixed(3)} s, ${this.#words()}" @keydown=${this.#key}>
        <rect x="-12" y="-12" width="24" height="24"></rect><path d=${sign}></path>
      </g>
    `;
  }

  #words() {
    const { millis, bpm, microvolts, mm } = between(this.measured, this.paper.gain);
    return this.kind === 'voltage'
      ? `${(microvolts / 1000).toFixed(2)} mV · ${mm.toFixed(1)} mm · ${Math.round(millis)} ms`
      : `${Math.round(millis)} ms${bpm === undefined ? '' : ` · ${Math.round(bpm)} bpm`}`;
  }

  #x(second) {
    return xOfSecond(this.paper, bandOf(this.paper, second) ?? this.paper.bands[0], second) * this.pxPerMm;
  }

  #y(mm) {
    return mm * this.pxPerMm;
  }

  #onTrace(lead, second) {
    return { second, microvolts: traceAt(this.waveform, lead, second) };
  }

  /** The end that belongs to a place on the paper: on the trace and its peaks, or free with Alt or without snapping. */
  #endAt(event, lead, segment) {
    const { xMm, yMm } = this.#place(event);
    const second = secondAt(this.paper, xMm, yMm);
    if (!this.snap || event.altKey) {
      const at = nudged(second, 0, this.waveform);
      return { second: at, microvolts: ((segment.baselineMm - yMm) / this.paper.gain) * 1000, free: true };
    }
    const withinSeconds = SNAP_MM / this.paper.speed;
    return this.#onTrace(lead, snapped(second, { waveform: this.waveform, lead, rSamples: this.rSamples, withinSeconds }));
  }

  #place(event) {
    const box = this.renderRoot.querySelector('svg').getBoundingClientRect();
    return { xMm: (event.clientX - box.left) / this.pxPerMm, yMm: (event.clientY - box.top) / this.pxPerMm };
  }

  #down(event) {
    if (event.button !== 0) {
      return;
    }
    const grip = event.target.closest?.('.grip');
    const at = grip ? Number(grip.dataset.grip) : undefined;
    const segment = this.#segmentOf(event, grip);
    this.#held = { at, x: event.clientX, y: event.clientY, from: this.measured, start: this.#endAt(event, segment.lead, segment), segment, moved: false };
    if (event.pointerType !== 'touch' || grip) {
      event.currentTarget.setPointerCapture(event.pointerId);
    }
  }

  /** The row that is measured in: that of the caliper once it is there, that under the pointer for a new one. */
  #segmentOf(event, grip) {
    const { xMm, yMm } = this.#place(event);
    const here = segmentAt(this.paper, xMm, yMm);
    if (!this.measured || !(grip || this.#placing) || here.lead === this.measured.lead) {
      return here;
    }
    return this.paper.segments.find((one) => one.lead === this.measured.lead && Boolean(one.rhythm) === Boolean(this.measured.rhythm)) ?? here;
  }

  #move(event) {
    const held = this.#held;
    if (held) {
      held.moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > DRAG_PX;
      if (held.moved) {
        this.measured = this.#dragged(event, held);
      }
    } else if (this.#placing) {
      this.measured = withEnd(this.measured, 1, this.#endAt(event, this.measured.lead, this.#segmentOf(event)));
    }
  }

  #dragged(event, { at, x, from, start, segment }) {
    const { lead } = segment;
    if (at === BOTH) {
      return walked(from, (event.clientX - x) / this.pxPerMm / this.paper.speed, this.waveform);
    }
    if (at === undefined) {
      return { kind: this.kind, lead, rhythm: segment.rhythm, ends: [start, this.#endAt(event, lead, segment)] };
    }
    return withEnd(from, at, this.#endAt(event, from.lead, segment));
  }

  #up(event) {
    const held = this.#held;
    this.#held = undefined;
    if (!held || held.moved || held.at !== undefined) {
      this.#placing = false;
      return;
    }
    if (this.#placing) {
      this.measured = withEnd(this.measured, 1, this.#endAt(event, this.measured.lead, held.segment));
    } else {
      this.measured = { kind: this.kind, lead: held.segment.lead, rhythm: held.segment.rhythm, ends: [held.start, held.start] };
    }
    this.#placing = !this.#placing;
  }

  /** The browser took the pointer for scrolling. */
  #drop() {
    this.#held = undefined;
  }

  #key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const at = Number(event.currentTarget.dataset.grip);
    const [along, up] = step;
    const boxSamples = Math.round((BOX_MM / this.paper.speed) * this.waveform.rate);
    const samples = along * (event.shiftKey ? boxSamples : 1);
    const microvolts = up * (event.shiftKey ? (BOX_MM / this.paper.gain) * 1000 : FINE_MICROVOLTS);
    this.measured = this.#stepped(at, samples, microvolts);
  }

  #stepped(at, samples, microvolts) {
    const { measured, waveform } = this;
    if (at === BOTH) {
      return walked(measured, samples / waveform.rate, waveform);
    }
    const end = measured.ends[at];
    if (microvolts) {
      return this.kind === 'voltage' ? withEnd(measured, at, { ...end, microvolts: end.microvolts + microvolts, free: true }) : measured;
    }
    const second = nudged(end.second, samples, waveform);
    return withEnd(measured, at, end.free ? { ...end, second } : this.#onTrace(measured.lead, second));
  }
}

customElements.define('ecg-caliper', EcgCaliper);
