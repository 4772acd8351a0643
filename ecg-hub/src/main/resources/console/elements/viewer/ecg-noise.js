import { LitElement, css, html } from 'lit';
import { STANDARD_12 } from '../../ecg/leads.js';
import { noiseOf } from '../../ecg/noise.js';
import { shared } from '../shared-styles.js';

const SEEN_MICROVOLTS = 30; // a third of a millimetre each way at 10 mm/mV: the line looks thick

/** The noise of each lead, from the raw samples. */
class EcgNoise extends LitElement {
  static properties = { t: { attribute: false }, waveform: { attribute: false }, leads: { state: true } };

  static styles = [
    shared,
    css`
      ul { display: grid; grid-template-columns: repeat(6, 1fr); gap: 2px 6px; font-size: 0.85rem; margin: 4px 0 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums; }
      b { display: block; color: var(--muted); font-weight: 600; }
      .seen { font-weight: 700; color: var(--amber); }
      p { margin: 4px 0 0; font-size: 0.82rem; }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('waveform')) {
      this.leads = undefined;
      requestIdleCallback(() => this.#measure(), { timeout: 1000 }); // the ECG is drawn first
    }
  }

  #measure() {
    const { waveform } = this;
    this.leads = waveform && STANDARD_12.map((lead) => [lead, noiseOf(waveform, lead)]);
  }

  render() {
    const { t, leads } = this;
    if (!leads) {
      return html``;
    }
    return html`
      <section class="box">
        <h2>${t('noise.title')}</h2>
        <ul>${leads.map(([lead, found]) => html`<li data-lead=${lead} title=${found ? t('noise.drift', { drift: Math.round(found.drift) }) : ''}><b>${lead}</b>
          ${found ? html`<span class=${found.noise >= SEEN_MICROVOLTS ? 'seen' : ''}>${found.noise >= SEEN_MICROVOLTS ? '▲' : ''}${Math.round(found.noise)}</span>` : '–'}</li>`)}</ul>
        <p class="muted">${t('noise.explain', { seen: SEEN_MICROVOLTS })}</p>
      </section>
    `;
  }
}

customElements.define('ecg-noise', EcgNoise);
