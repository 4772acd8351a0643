import { LitElement, css, html, svg } from 'lit';
import { onsetOf, xOfSample } from '../../ecg/beats.js';
import { shared } from '../shared-styles.js';

/** The tangent at one lead's T over the median beat: the lead itself, the baseline and the line that meets it. */
class EcgTangent extends LitElement {
  static properties = {
    paper: { attribute: false },
    beat: { attribute: false },
    lead: {},
    found: { attribute: false },
    pxPerMm: { type: Number },
  };

  static styles = [
    shared,
    css`
      :host { position: absolute; inset: 0; pointer-events: none; }
      svg { display: block; color: var(--pace); }
      polyline, line { fill: none; stroke: currentColor; }
      .lead { stroke-width: 2; }
      .base { stroke-width: 1; stroke-dasharray: 6 4; }
      .tangent { stroke-width: 2; }
      circle { fill: currentColor; }
    `,
  ];

  render() {
    const { paper, pxPerMm, beat, found, lead } = this;
    const values = beat.leads[lead];
    const points = values.slice(beat.marks.j, Math.ceil(found.end) + 1).map((value, at) => `${this.#x(beat.marks.j + at)},${this.#y(value)}`);
    const above = found.at + (values[found.peak] * 1.1 - found.microvolts) / found.slope;
    return html`
      <svg width=${paper.widthMm * pxPerMm} height=${paper.heightMm * pxPerMm} aria-hidden="true">
        ${svg`<polyline class="lead" points=${points.join(' ')}></polyline>
          <line class="base" x1=${this.#x(beat.marks.j)} x2=${this.#x(found.end + 0.1 * beat.rate)} y1=${this.#y(0)} y2=${this.#y(0)}></line>
          <line class="tangent" x1=${this.#x(above)} x2=${this.#x(found.end)} y1=${this.#y(values[found.peak] * 1.1)} y2=${this.#y(0)}></line>
          <circle cx=${this.#x(found.at)} cy=${this.#y(found.microvolts)} r="4"></circle>
          <circle cx=${this.#x(found.end)} cy=${this.#y(0)} r="4"></circle>`}
      </svg>
    `;
  }

  #x(sample) {
    const { paper, beat } = this;
    return xOfSample(paper, paper.panels[0], sample, onsetOf(beat), beat.rate) * this.pxPerMm;
  }

  #y(microvolts) {
    const { paper } = this;
    return (paper.panels[0].baselineMm - (microvolts / 1000) * paper.gain) * this.pxPerMm;
  }
}

customElements.define('ecg-tangent', EcgTangent);
