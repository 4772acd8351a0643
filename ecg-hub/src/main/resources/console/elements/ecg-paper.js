import { LitElement, css, html } from 'lit';
import { SheetRenderer } from '../ecg/renderer.js';
import { shared } from './shared-styles.js';

/** The colours of the paper as the theme says. */
export function paperColours(element) {
  const style = getComputedStyle(element);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    paper: of('--paper'),
    light: of('--grid-light'),
    heavy: of('--grid-heavy'),
    trace: of('--trace'),
    label: of('--trace-label'),
    lit: of('--lit'),
    off: of('--off'),
    pace: of('--pace'),
    problem: of('--problem'),
  };
}

/** A sheet of ECG paper at true scale. More room shows more paper; less room scrolls; nothing stretches. */
class EcgPaper extends LitElement {
  static properties = {
    paper: { attribute: false },
    waveform: { attribute: false },
    pxPerMm: { type: Number },
    lit: { attribute: false },
    foot: { attribute: false },
    label: {},
  };

  static styles = [
    shared,
    css`
      .scroll { overflow: auto; border: 1px solid var(--line); border-radius: 4px; }
      canvas { display: block; }
    `,
  ];

  #draw = () => this.#paint();
  #watch = new ResizeObserver(this.#draw);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('ecg-theme', this.#draw);
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('ecg-theme', this.#draw);
    this.#watch.disconnect();
  }

  render() {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
        <canvas role="img" aria-label=${this.label}></canvas>
      </div>
    `;
  }

  updated() {
    this.#paint();
  }

  #paint() {
    const canvas = this.renderRoot?.querySelector('canvas');
    if (!canvas || !this.paper) {
      return;
    }
    const room = this.clientWidth - 2;
    const cssWidth = Math.max(room, Math.ceil(this.paper.widthMm * this.pxPerMm));
    const cssHeight = Math.ceil(this.paper.heightMm * this.pxPerMm);
    canvas.style.width = `${cssWidth}px`;
    canvas.style.height = `${cssHeight}px`;
    this.renderer ??= new SheetRenderer(canvas);
    this.renderer.draw({
      paper: this.paper,
      waveform: this.waveform,
      pxPerMm: this.pxPerMm,
      cssWidth,
      cssHeight,
      ratio: devicePixelRatio,
      colours: paperColours(this),
      lit: this.lit,
      foot: this.foot,
    });
    this.dispatchEvent(new Event('drawn'));
  }
}

customElements.define('ecg-paper', EcgPaper);
