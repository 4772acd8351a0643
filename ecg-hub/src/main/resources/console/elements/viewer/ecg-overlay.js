import { LitElement, css, html } from 'lit';
import { beatGrid } from '../../ecg/beats.js';
import { deltas } from '../../ecg/deltas.js';
import { inForce } from '../../ecg/intervals.js';
import { shared } from '../shared-styles.js';
import './ecg-beats.js';

/** Median beats of now and of an earlier exam over each other, aligned on the onset of QRS, and what has changed. */
class EcgOverlay extends LitElement {
  static properties = {
    t: { attribute: false },
    now: { attribute: false },
    earlier: { attribute: false },
    limits: { attribute: false },
    when: {},
    pxPerMm: { type: Number },
  };

  static styles = [
    shared,
    css`
      .side { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: flex-start; }
      .side > * { min-width: 0; max-width: 100%; }
      table { border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums; background: var(--panel); }
      th, td { border-bottom: 1px solid var(--line); padding: 1px 10px; text-align: right; white-space: nowrap; }
      th:first-child, td:first-child { text-align: left; }
      thead th { color: var(--muted); font-weight: 600; }
      tbody th { font-weight: 600; }
      tr.changed > * { background: var(--amber-ground); color: var(--amber); font-weight: 700; }
      @media (max-width: 500px) { th, td { padding: 1px 4px; } }
      .hand { font-weight: 700; }
      p { margin: 0 0 4px; font-size: 0.85rem; max-width: 56ch; }
    `,
  ];

  render() {
    const { t } = this;
    if (!this.now.beats || !this.earlier.beats) {
      return html`<p class="warning">${t('median.none')}</p>`;
    }
    const [now, earlier] = [this.now, this.earlier].map(inForce);
    const paper = beatGrid();
    const label = t('prior.overlay', { when: this.when });
    const foot = [t('prior.legend', { when: this.when }), `${paper.speed} mm/s  ${paper.gain} mm/mV  ·  ${t('prior.aligned')}`];
    return html`
      <div class="side">
        <ecg-beats .paper=${paper} .now=${now} .earlier=${earlier} .marks=${[0]} .pxPerMm=${this.pxPerMm} .label=${label} .foot=${foot}></ecg-beats>
        <div>${this.#byHand('prior.now', now)} ${this.#byHand('prior.then', earlier)} ${this.#table(deltas(now, earlier, this.limits))}</div>
      </div>
    `;
  }

  #byHand(which, { byHand }) {
    return byHand?.byHand ? html`<p class="hand">${this.t('prior.byHand', { which: this.t(which), by: byHand.by })}</p>` : '';
  }

  #table(rows) {
    const { t } = this;
    const changed = rows.filter((row) => row.changed).length;
    return html`
      <p role="status">${t(changed ? 'prior.changed' : 'prior.unchanged', { count: changed })}</p>
      <table>
        <thead><tr><th>${t('prior.quantity')}</th><th>${t('prior.then')}</th><th>${t('prior.now')}</th><th>Δ</th></tr></thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr class=${row.changed ? 'changed' : ''} data-row="${row.name}${row.lead ? ` ${row.lead}` : ''}">
              <th scope="row">${row.changed ? '▲ ' : ''}${t(`prior.${row.name}`)} ${row.lead ?? ''}</th>
              <td>${amount(row.before, row.unit)}</td><td>${amount(row.now, row.unit)}</td><td>${signed(row.delta, row.unit)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    `;
  }
}

/** The hub's microvolts as the millivolts that clinicians read. */
function amount(value, unit) {
  const number = unit === 'mV' ? (value / 1000).toFixed(2) : String(Math.round(value));
  const sign = Number(number) < 0 ? '−' : '';
  return `${sign}${number.replace('-', '')}${unit === '°' ? '' : ' '}${unit}`;
}

function signed(value, unit) {
  const words = amount(value, unit);
  return words.startsWith('−') ? words : `+${words}`;
}

customElements.define('ecg-overlay', EcgOverlay);
