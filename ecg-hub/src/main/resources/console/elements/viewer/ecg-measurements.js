import { LitElement, css, html } from 'lit';
import { timeOf } from '../../clock.js';
import { movedSt } from '../../ecg/intervals.js';
import { STANDARD_12 } from '../../ecg/leads.js';
import { shared } from '../shared-styles.js';

const ROWS = [
  ['rate', 'heartRateBpm', '/min'],
  ['pr', 'prMillis', 'ms'],
  ['qrs', 'qrsMillis', 'ms'],
  ['qt', 'qtMillis', 'ms'],
  ['qtcF', 'qtcFridericiaMillis', 'ms', 'qtcFridericia'],
  ['qtcB', 'qtcBazettMillis', 'ms', 'qtcBazett'],
  ['axis', 'qrsAxisDegrees', '°'],
];

/**
 * The global measurements; a dash where there is none. Where somebody measured by hand, that value with the automatic one
 * beside it. `signed` is the number of the measurement by hand that the signed report has.
 */
class EcgMeasurements extends LitElement {
  static properties = { t: { attribute: false }, measurements: { attribute: false }, byHand: { attribute: false }, signed: { attribute: false } };

  static styles = [
    shared,
    css`
      dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; margin: 6px 0; font-variant-numeric: tabular-nums; }
      dt { color: var(--muted); }
      dd { margin: 0; font-weight: 700; }
      .hand { color: var(--amber); }
      .auto { color: var(--muted); font-weight: 400; font-size: 0.85rem; }
      p { margin: 4px 0; font-size: 0.88rem; font-weight: 700; }
      .st { display: grid; grid-template-columns: repeat(6, 1fr); gap: 2px 6px; font-size: 0.85rem; margin: 4px 0 0; padding: 0; list-style: none; }
      .st.moved { grid-template-columns: repeat(3, 1fr); }
      .st .hand, .st .auto { white-space: nowrap; }
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
        <dl>${ROWS.map(([word, key, unit, name = word]) => html`<dt>${t(`measure.${word}`)}</dt><dd data-measure=${word}>${this.#value(values[key], unit, name)}</dd>`)}</dl>
        ${this.#whose()}
        ${st.length
          ? html`<h3>${t('measure.st')}</h3>
              <ul class=${movedSt(this.byHand).length ? 'st moved' : 'st'}>${st.map((lead) => html`<li data-lead=${lead}><b>${lead}</b>${this.#st(lead, values.stMicrovolts[lead])}</li>`)}</ul>
              ${movedSt(this.byHand).length ? html`<p class="auto">${t('measure.st.auto')}</p>` : ''}`
          : ''}
      </section>
    `;
  }

  #value(value, unit, name) {
    const { t, byHand } = this;
    return byHand?.byHand && byHand.intervals[name] !== byHand.automatic[name]
      ? html`<span class="hand">✎ ${shown(byHand.intervals[name], unit)}</span> <span class="auto">${t('measure.auto', { value: shown(value, unit) })}</span>`
      : shown(value, unit);
  }

  #st(lead, automatic) {
    const { byHand } = this;
    return movedSt(byHand).includes(lead)
      ? html`<span class="hand">✎${millivolts(byHand.st[lead].j)}</span> <span class="auto">[${millivolts(automatic)}]</span>`
      : millivolts(automatic);
  }

  #whose() {
    const { t, byHand, signed } = this;
    return html`
      ${byHand?.byHand ? html`<p>${t('measure.byHand', { by: byHand.by, time: timeOf(byHand.at, t.language) })}</p>` : ''}
      ${byHand && signed !== undefined && signed < (byHand.byHand ? byHand.number : 0) ? html`<p class="hand" role="status">${t('measure.newer')}</p>` : ''}
    `;
  }
}

/** Never a zero with a minus. */
function millivolts(microvolts) {
  const shown = (microvolts / 1000).toFixed(2);
  return Number(shown) === 0 ? '0.00' : shown.replace('-', '−');
}

function shown(value, unit) {
  return value === undefined || value === null ? '–' : `${Math.round(value)} ${unit}`;
}

customElements.define('ecg-measurements', EcgMeasurements);
