import { LitElement, css, html } from 'lit';
import { SheetRenderer } from '../../ecg/renderer.js';
import { shared } from '../shared-styles.js';
import { paperColours } from './paper-colours.js';
import { paperWords } from './paper-words.js';

/**
 * A sheet of ECG paper at true scale. More room shows more paper; less room scrolls; nothing stretches. What is put
 * between its tags lies over the sheet and scrolls with it, when it is positioned so. Fires `drawn`.
 */
class EcgPaper extends LitElement {
  static properties = {
    t: { attribute: false },
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
      .sheet { position: relative; width: max-content; min-width: 100%; }
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
        <div class="sheet"><canvas role="img" aria-label=${this.label}></canvas><slot></slot></div>
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
      says: paperWords(this.t),
    });
    this.dispatchEvent(new CustomEvent('drawn', { detail: Boolean(this.waveform) }));
  }
}

customElements.define('ecg-paper', EcgPaper);
