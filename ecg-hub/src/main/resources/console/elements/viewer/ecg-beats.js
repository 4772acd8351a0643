import { LitElement, css, html } from 'lit';
import { BeatRenderer } from '../../ecg/beats.js';
import { shared } from '../shared-styles.js';
import { paperColours } from './paper-colours.js';

/** Median beats on paper; what stands between its tags lies over them. */
class EcgBeats extends LitElement {
  static properties = {
    paper: { attribute: false },
    now: { attribute: false },
    earlier: { attribute: false },
    marks: { attribute: false },
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

  #draw = () => this.#paint();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('ecg-theme', this.#draw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('ecg-theme', this.#draw);
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
    if (!canvas) {
      return;
    }
    const { paper, pxPerMm, now, earlier, marks, foot } = this;
    const [cssWidth, cssHeight] = [paper.widthMm, paper.heightMm].map((mm) => Math.ceil(mm * pxPerMm));
    canvas.style.width = `${cssWidth}px`;
    canvas.style.height = `${cssHeight}px`;
    const colours = paperColours(this);
    const layers = [earlier && { beat: earlier, colour: colours.earlier, dashed: true }, { beat: now, colour: colours.trace }].filter(Boolean);
    this.renderer ??= new BeatRenderer(canvas);
    this.renderer.draw({ paper, layers, marks, pxPerMm, cssWidth, cssHeight, ratio: devicePixelRatio, colours, foot });
  }
}

customElements.define('ecg-beats', EcgBeats);
