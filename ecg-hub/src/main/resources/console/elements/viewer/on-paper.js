import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';
import { paperColours } from './paper-colours.js';

/**
 * Paper that scrolls and never stretches, drawn anew with every update and in the theme's colours. What is put between
 * its tags lies over it and scrolls with it, when it is positioned so. Who extends it says in `paint` what is drawn.
 */
export class OnPaper extends LitElement {
  static properties = {
    paper: { attribute: false },
    pxPerMm: { type: Number },
    foot: { attribute: false },
    label: {},
  };

  static styles = [
    shared,
    css`
      :host { min-width: 0; }
      .scroll { overflow: auto; border: 1px solid var(--line); border-radius: 4px; }
      .sheet { position: relative; width: max-content; }
      canvas { display: block; }
    `,
  ];

  draw = () => this.#draw();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('ecg-theme', this.draw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('ecg-theme', this.draw);
  }

  render() {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
        <div class="sheet"><canvas role="img" aria-label=${this.label}></canvas><slot></slot></div>
      </div>
    `;
  }

  updated() {
    this.#draw();
  }

  #draw() {
    const canvas = this.renderRoot?.querySelector('canvas');
    if (!canvas || !this.paper) {
      return;
    }
    const { paper, pxPerMm, foot } = this;
    const [cssWidth, cssHeight] = [paper.widthMm, paper.heightMm].map((mm) => Math.ceil(mm * pxPerMm));
    const on = { paper, pxPerMm, foot, cssWidth: Math.max(cssWidth, this.leastPx), cssHeight, ratio: devicePixelRatio, colours: paperColours(this) };
    canvas.style.width = `${on.cssWidth}px`;
    canvas.style.height = `${on.cssHeight}px`;
    this.paint(canvas, on);
  }

  /** How wide the paper is at least, in CSS pixels. */
  get leastPx() {
    return 0;
  }
}
