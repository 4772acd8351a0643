import { LitElement, css, html } from 'lit';
import { CARD_MM, keepScreenScale, screenScale } from '../../ecg/scale.js';
import { shared } from '../shared-styles.js';

/** Measures the screen with a card. Fires `kept` when saved and `closed` when done. */
class EcgCalibrate extends LitElement {
  static properties = { t: { attribute: false }, pxPerMm: { state: true } };

  static styles = [
    shared,
    css`
      dialog { border: 1px solid var(--line); border-radius: 8px; background: var(--panel); color: var(--text); max-width: 95vw; }
      svg { display: block; margin: 12px 0; }
      rect { fill: var(--amber-ground); stroke: var(--text); stroke-width: 1; }
      label { display: grid; gap: 4px; font-weight: 600; }
      .buttons { display: flex; gap: 8px; margin-top: 12px; }
    `,
  ];

  constructor() {
    super();
    this.pxPerMm = screenScale().pxPerMm;
  }

  render() {
    const t = this.t;
    const width = CARD_MM.width * this.pxPerMm;
    const height = CARD_MM.height * this.pxPerMm;
    return html`
      <dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('closed'))}>
        <h2 id="title">${t('viewer.calibrate')}</h2>
        <p>${t('viewer.calibrate.explain')}</p>
        <label>${t('viewer.calibrate.size')}
          <input type="range" min="2" max="12" step="0.01" .value=${String(this.pxPerMm)}
            @input=${(event) => (this.pxPerMm = Number(event.target.value))} />
        </label>
        <svg width=${width} height=${height} aria-hidden="true"><rect x="0.5" y="0.5" width=${width - 1} height=${height - 1} rx=${3.18 * this.pxPerMm} /></svg>
        <div class="buttons">
          <button class="primary" @click=${this.#keep}>${t('viewer.calibrate.keep')}</button>
          <button @click=${this.#close}>${t('ack.cancel')}</button>
        </div>
      </dialog>
    `;
  }

  firstUpdated() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  #keep() {
    keepScreenScale(this.pxPerMm);
    this.dispatchEvent(new Event('kept'));
    this.#close();
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }
}

customElements.define('ecg-calibrate', EcgCalibrate);
