import { LitElement, css, html, nothing, svg } from 'lit';
import { onsetOf, sampleAt, xOfSample } from '../../ecg/beats.js';
import { MARKS } from '../../ecg/intervals.js';
import { shared } from '../shared-styles.js';

const BOX_MM = 5;
const GRIP_PX = { width: 46, height: 24 };
const ROWS_MM = [4.5, 11.5, 18.5]; // neighbours stand below each other, or they would cover each other
const J_PLUS_SECONDS = 0.06;

/**
 * The marks of a median beat, to be moved: by dragging, or as sliders by arrows (one sample, with Shift a 5-mm box). Fires
 * `moved` with { name, sample }.
 */
class EcgMarks extends LitElement {
  static properties = {
    t: { attribute: false },
    paper: { attribute: false },
    beat: { attribute: false },
    marks: { attribute: false },
    byHand: { attribute: false },
    pxPerMm: { type: Number },
  };

  static styles = [
    shared,
    css`
      :host { position: absolute; inset: 0; }
      svg { display: block; color: var(--mark); }
      line { stroke: currentColor; stroke-width: 1.5; }
      .after { stroke-dasharray: 3 4; stroke-width: 1; }
      .grip { cursor: ew-resize; touch-action: none; }
      .grip rect { fill: var(--paper); stroke: currentColor; stroke-width: 2; rx: 6px; }
      .grip.hand rect { stroke-dasharray: 4 2; fill: var(--amber-ground); }
      .grip text { font: 700 12px system-ui, sans-serif; fill: var(--trace); text-anchor: middle; pointer-events: none; }
      .grip:focus { outline: none; }
      .grip:focus-visible rect { fill: currentColor; }
      .grip:focus-visible text { fill: var(--paper); }
    `,
  ];

  #held = undefined;

  render() {
    const { paper, pxPerMm } = this;
    const present = MARKS.filter((name) => this.marks[name] !== undefined);
    return html`
      <svg width=${paper.widthMm * pxPerMm} height=${paper.heightMm * pxPerMm} role="group" aria-label=${this.t('median.marks')}
        @pointermove=${this.#move} @pointerup=${this.#drop} @pointercancel=${this.#drop}>
        ${this.marks.j === undefined ? nothing : this.#upright(this.marks.j + J_PLUS_SECONDS * this.beat.rate, 'after', 0)}
        ${present.map((name) => this.#upright(this.marks[name], '', ROWS_MM[MARKS.indexOf(name) % ROWS_MM.length]))}
        ${present.map((name) => this.#grip(name))}
      </svg>
    `;
  }

  #x(sample) {
    const { paper, beat } = this;
    return xOfSample(paper, paper.panels[0], sample, onsetOf(beat), beat.rate) * this.pxPerMm;
  }

  #upright(sample, kind, fromMm) {
    const x = this.#x(sample);
    return svg`<line class=${kind} x1=${x} x2=${x} y1=${fromMm * this.pxPerMm} y2=${(this.paper.heightMm - 12) * this.pxPerMm}></line>`;
  }

  #grip(name) {
    const sample = this.marks[name];
    const y = ROWS_MM[MARKS.indexOf(name) % ROWS_MM.length] * this.pxPerMm;
    const millis = Math.round(((sample - onsetOf(this.beat)) / this.beat.rate) * 1000);
    const { width, height } = GRIP_PX;
    return svg`
      <g class="grip ${this.byHand.includes(name) ? 'hand' : ''}" role="slider" tabindex="0" data-mark=${name}
        transform="translate(${this.#x(sample)} ${y})" aria-label=${this.t(`median.mark.${name}`)}
        aria-valuemin="0" aria-valuemax=${this.beat.samples - 1} aria-valuenow=${sample} aria-valuetext="${millis} ms"
        @keydown=${(event) => this.#key(event, name)} @pointerdown=${(event) => this.#take(event, name)}>
        <rect x=${-width / 2} y=${-height / 2} width=${width} height=${height}></rect><text y="4">${this.t(`median.short.${name}`)}</text>
      </g>
    `;
  }

  #take(event, name) {
    if (event.button === 0) {
      this.#held = { name, x: event.clientX, from: this.marks[name] };
      event.currentTarget.ownerSVGElement.setPointerCapture(event.pointerId);
    }
  }

  #move(event) {
    if (this.#held) {
      const { name, x, from } = this.#held;
      const { paper, beat } = this;
      const [there, here] = [event.clientX - x, 0].map((px) => sampleAt(paper, paper.panels[0], px / this.pxPerMm, 0, beat.rate));
      this.#say(name, from + there - here);
    }
  }

  #drop() {
    this.#held = undefined;
  }

  #key(event, name) {
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (along && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? Math.round((BOX_MM / this.paper.speed) * this.beat.rate) : 1;
      this.#say(name, this.marks[name] + along * step);
    }
  }

  #say(name, sample) {
    this.dispatchEvent(new CustomEvent('moved', { detail: { name, sample } }));
  }
}

customElements.define('ecg-marks', EcgMarks);
