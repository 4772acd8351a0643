import { LitElement, css, html } from 'lit';
import { SheetRenderer } from '../../ecg/renderer.js';
import { shared } from '../shared-styles.js';
import { paperColours } from './paper-colours.js';
import { paperWords } from './paper-words.js';

const FACTOR = 3;
const BOLDER = 1.8; // of the trace: less than the enlargement, so that its edge stays sharp
const STEP_MM = 5;
const SIZE = { width: 330, height: 210 }; // CSS px on the screen

/** A magnifying glass over a sheet: the same grid and trace drawn three times as large, under the pointer or the arrows. */
class EcgLens extends LitElement {
  static properties = {
    t: { attribute: false },
    paper: { attribute: false },
    waveform: { attribute: false },
    pxPerMm: { type: Number },
    lit: { attribute: false },
    at: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
      canvas { position: absolute; left: 0; top: 0; border: 3px solid var(--mark); border-radius: 8px; box-shadow: 0 3px 14px #0007; }
    `,
  ];

  #large = document.createElement('canvas');
  #follow = (event) => {
    const box = this.getBoundingClientRect();
    this.at = { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  connectedCallback() {
    super.connectedCallback();
    this.sheet = this.parentElement;
    this.sheet.addEventListener('pointermove', this.#follow);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sheet.removeEventListener('pointermove', this.#follow);
  }

  render() {
    return html`<canvas width=${SIZE.width} height=${SIZE.height} tabindex="0" role="img" aria-label=${this.t('viewer.lens')} @keydown=${this.#key}></canvas>`;
  }

  firstUpdated() {
    this.at = { x: 60 * this.pxPerMm, y: 55 * this.pxPerMm };
    this.renderRoot.querySelector('canvas').focus({ preventScroll: true });
  }

  updated(changed) {
    if (['paper', 'waveform', 'lit', 'pxPerMm'].some((name) => changed.has(name))) {
      this.#enlarge();
    }
    this.#look();
  }

  /** One large drawing, of which the glass shows a part. */
  #enlarge() {
    const { paper, waveform, pxPerMm, lit } = this;
    new SheetRenderer(this.#large).draw({
      paper,
      waveform,
      pxPerMm: (pxPerMm * FACTOR) / BOLDER,
      cssWidth: (paper.widthMm * pxPerMm * FACTOR) / BOLDER,
      cssHeight: (paper.heightMm * pxPerMm * FACTOR) / BOLDER,
      ratio: BOLDER,
      colours: paperColours(this),
      lit,
      foot: [],
      says: paperWords(this.t),
    });
  }

  #look() {
    const glass = this.renderRoot.querySelector('canvas');
    if (!this.at) {
      return;
    }
    const { width, height } = SIZE;
    const context = glass.getContext('2d', { alpha: false });
    context.fillStyle = paperColours(this).paper;
    context.fillRect(0, 0, width, height);
    context.drawImage(this.#large, this.at.x * FACTOR - width / 2, this.at.y * FACTOR - height / 2, width, height, 0, 0, width, height);
    const left = Math.max(0, Math.min(this.clientWidth - width - 6, this.at.x - width / 2));
    const top = Math.max(0, Math.min(this.clientHeight - height - 6, this.at.y - height / 2));
    glass.style.transform = `translate(${left}px, ${top}px)`;
  }

  #key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (step) {
      event.preventDefault();
      const [x, y] = step.map((one) => one * STEP_MM * this.pxPerMm);
      this.at = {
        x: Math.max(0, Math.min(this.clientWidth, this.at.x + x)),
        y: Math.max(0, Math.min(this.clientHeight, this.at.y + y)),
      };
    }
  }
}

customElements.define('ecg-lens', EcgLens);
