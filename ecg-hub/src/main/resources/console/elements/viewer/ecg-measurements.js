import { LitElement, css, html } from 'lit';
import { STANDARD_12 } from '../../ecg/leads.js';
import { shared } from '../shared-styles.js';

const ROWS = [
  ['rate', 'heartRateBpm', '/min'],
  ['pr', 'prMillis', 'ms'],
  ['qrs', 'qrsMillis', 'ms'],
  ['qt', 'qtMillis', 'ms'],
  ['qtcF', 'qtcFridericiaMillis', 'ms'],
  ['qtcB', 'qtcBazettMillis', 'ms'],
  ['axis', 'qrsAxisDegrees', '°'],
];

/** The global measurements; a dash where there is none. */
class EcgMeasurements extends LitElement {
  static properties = { t: { attribute: false }, measurements: { attribute: false } };

  static styles = [
    shared,
    css`
      dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; margin: 6px 0; font-variant-numeric: tabular-nums; }
      dt { color: var(--muted); }
      dd { margin: 0; font-weight: 700; }
      .st { display: grid; grid-template-columns: repeat(6, 1fr); gap: 2px 6px; font-size: 0.85rem; margin: 4px 0 0; padding: 0; list-style: none; }
      .st b { display: block; color: var(--muted); font-weight: 600; }
    `,
  ];

  render() {
    const t = this.t;
    const values = this.measurements;
    if (!values) {
      return html``;
    }
    const st = STANDARD_12.filter((lead) => values.stMicrovolts[lead] !== undefined);
    return html`
      <section class="box">
        <h2>${t('measure.title')}</h2>
        <dl>${ROWS.map(([word, key, unit]) => html`<dt>${t(`measure.${word}`)}</dt><dd>${shown(values[key], unit)}</dd>`)}</dl>
        ${st.length
          ? html`<h3>${t('measure.st')}</h3>
              <ul class="st">${st.map((lead) => html`<li><b>${lead}</b>${(values.stMicrovolts[lead] / 1000).toFixed(2)}</li>`)}</ul>`
          : ''}
      </section>
    `;
  }
}

function shown(value, unit) {
  return value === undefined || value === null ? '–' : `${Math.round(value)} ${unit}`;
}

customElements.define('ecg-measurements', EcgMeasurements);
