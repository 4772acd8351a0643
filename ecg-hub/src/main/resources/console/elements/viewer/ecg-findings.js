import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';
import '../ecg-level.js';

/**
 * Findings with the measurements behind them. Fires `lit` with { leads, beats } of the one that is chosen. `withheld`
 * is given instead of a reading while the reader has not written his own: { quality }.
 */
class EcgFindings extends LitElement {
  static properties = {
    t: { attribute: false },
    reading: { attribute: false },
    withheld: { attribute: false },
    chosen: { state: true },
  };

  static styles = [
    shared,
    css`
      ol { list-style: none; margin: 8px 0 0; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
      ol li { border: 1px solid var(--line); border-radius: 6px; padding: 8px; }
      ol li.chosen { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
      .top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 10px; }
      .says { margin: 4px 0; font-weight: 600; }
      table { width: 100%; border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: 2px 6px 2px 0; border-top: 1px solid var(--line); }
      th { color: var(--muted); font-weight: 600; white-space: nowrap; }
      .small { font-size: 0.85rem; }
      .limits { margin: 4px 0 0; padding-left: 18px; }
    `,
  ];

  render() {
    const t = this.t;
    const reading = this.reading;
    if (this.withheld) {
      return html`<section class="box"><h2>${t('findings.title')}</h2><p>${t('findings.withheld')}</p>${this.withheld.quality ? this.#quality(this.withheld) : ''}</section>`;
    }
    if (!reading) {
      return html`<section class="box"><h2>${t('findings.title')}</h2><p>${t('findings.pending')}</p></section>`;
    }
    return html`
      <section class="box">
        <h2>${t('findings.title')}</h2>
        ${reading.findings.length
          ? html`<ol>${reading.findings.map((finding, index) => this.#finding(finding, index))}</ol>`
          : html`<p>${t('findings.none')}</p>`}
        <p class="muted small">${t('findings.source', reading)}</p>
        ${this.#quality(reading)} ${this.#limits(reading)}
      </section>
    `;
  }

  #finding(finding, index) {
    const t = this.t;
    const chosen = this.chosen === index;
    return html`
      <li class=${chosen ? 'chosen' : ''}>
        <div class="top">
          <ecg-level .t=${t} .level=${finding.level} ?hard=${finding.hard}></ecg-level>
          <span class="muted small">${t('findings.rule', finding)} · ${t('findings.score', { score: Math.round(finding.score * 100) })}</span>
        </div>
        <p class="says">${t.either(finding)}</p>
        ${finding.evidence.length ? this.#evidence(finding.evidence) : ''}
        <button aria-pressed=${chosen} @click=${() => this.#choose(finding, index)}>${t('findings.show')}</button>
      </li>
    `;
  }

  #evidence(evidence) {
    const t = this.t;
    return html`
      <table>
        <thead>
          <tr>
            <th>${t('evidence.quantity')}</th><th>${t('evidence.lead')}</th>
            <th>${t('evidence.value')}</th><th>${t('evidence.threshold')}</th>
          </tr>
        </thead>
        <tbody>
          ${evidence.map(
            (one) => html`<tr>
              <td>${this.#quantity(one.quantity)}</td>
              <td>${one.lead ?? '–'}</td>
              <td><strong>${amount(one.value, one.unit)}</strong></td>
              <td>${one.threshold ? amount(one.threshold, one.unit) : '–'}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  #quantity(name) {
    const key = `quantity.${name}`;
    return this.t.has(key) ? this.t(key) : name;
  }

  #quality(reading) {
    const { level, reasons } = reading.quality;
    return html`
      <p class="small"><strong>${this.t('quality.title')}:</strong> ${this.t(`quality.${level}`)}</p>
      ${reasons.length
        ? html`<ul class="limits small">
            ${reasons.map((one) => html`<li>${this.t.either(one)}</li>`)}
          </ul>`
        : ''}
    `;
  }

  #limits(reading) {
    return reading.cannotJudge.length
      ? html`<p class="small"><strong>${this.t('limits.title')}</strong></p>
          <ul class="limits small">${reading.cannotJudge.map((one) => html`<li>${this.t.either(one)}</li>`)}</ul>`
      : '';
  }

  #choose(finding, index) {
    this.chosen = this.chosen === index ? undefined : index;
    const evidence = finding.evidence;
    const detail =
      this.chosen === undefined
        ? undefined
        : {
            leads: [...new Set(evidence.map((one) => one.lead).filter(Boolean))],
            beats: [...new Set(evidence.flatMap((one) => one.beats))].sort((a, b) => a - b),
          };
    this.dispatchEvent(new CustomEvent('lit', { detail }));
  }
}

/** A missing value is a dash. Voltages in mV, as clinicians read them; the hub keeps microvolts. */
function amount(value, unit) {
  if (value === undefined) {
    return '–';
  }
  if (unit === 'uV') {
    return `${(value / 1000).toFixed(2)}\u00a0mV`;
  }
  const number = Math.abs(value) >= 100 || unit === '/min' ? Math.round(value) : Number(value.toFixed(2));
  return unit === '1' ? `${number}` : `${number}${unit.length > 4 ? ' ' : '\u00a0'}${unit}`;
}

customElements.define('ecg-findings', EcgFindings);
