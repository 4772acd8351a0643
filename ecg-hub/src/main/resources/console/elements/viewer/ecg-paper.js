import { css } from 'lit';
import { SheetRenderer } from '../../ecg/renderer.js';
import { OnPaper } from './on-paper.js';
import { paperWords } from './paper-words.js';

/** A sheet of ECG paper at true scale. More room shows more paper. Fires `drawn`. */
class EcgPaper extends OnPaper {
  static properties = {
    t: { attribute: false },
    waveform: { attribute: false },
    lit: { attribute: false },
  };

  static styles = [
    OnPaper.styles,
    css`
      .sheet { min-width: 100%; }
    `,
  ];

  #room = 0;
  #watch = new ResizeObserver(() => this.clientWidth !== this.#room && this.draw());

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  get leastPx() {
    return this.clientWidth - 2;
  }

  paint(canvas, on) {
    this.#room = this.clientWidth;
    this.renderer ??= new SheetRenderer(canvas);
    this.renderer.draw({ ...on, waveform: this.waveform, lit: this.lit, says: paperWords(this.t) });
    this.dispatchEvent(new CustomEvent('drawn', { detail: Boolean(this.waveform) }));
  }
}

customElements.define('ecg-paper', EcgPaper);
