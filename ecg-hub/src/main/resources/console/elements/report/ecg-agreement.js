import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { dayOf, hubNow, spanOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

const DAY_MS = 86_400_000;
const SPANS = [7, 30, 90, 365];
const FEW = 20; // below this many reports with the statement, the interval is as good as nothing

/** How often readers kept, changed, refused or added each statement, counts first. */
class EcgAgreement extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    from: { state: true },
    to: { state: true },
    found: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      form { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: end; margin: 6px 0 8px; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.88rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); font-variant-numeric: tabular-nums; }
      th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
      th:nth-child(1), td:nth-child(1), th:nth-child(2), td:nth-child(2) { text-align: left; white-space: normal; }
      thead th { font-size: 0.85rem; color: var(--muted); }
      tbody th { font-weight: 700; }
      a { color: var(--accent); }
      p { max-width: 80ch; }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#last(30);
  }

  #last(days) {
    this.from = dayOf(hubNow() - (days - 1) * DAY_MS);
    this.to = dayOf(hubNow());
    this.#fetch();
  }

  get #span() {
    return spanOf(this.from, this.to);
  }

  async #fetch() {
    try {
      this.found = await this.api.get(`/api/report/agreement?${this.#span}`);
      this.complaint = '';
    } catch (error) {
      this.found = undefined;
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const { t, found } = this;
    return html`
      <h1>${t('agreement.title')}</h1>
      <p>${t('agreement.explain')}</p>
      <form @submit=${this.#search}>
        <label>${t('register.from')}<input name="from" type="date" required .value=${this.from} @change=${(event) => (this.from = event.target.value)} /></label>
        <label>${t('register.to')}<input name="to" type="date" required .value=${this.to} @change=${(event) => (this.to = event.target.value)} /></label>
        <button class="primary">${t('register.search')}</button>
        ${SPANS.map((days) => html`<button type="button" data-days=${days} @click=${() => this.#last(days)}>${t('agreement.last', { days })}</button>`)}
        <a href="/api/report/agreement-csv?${this.#span}" download>CSV</a>
      </form>
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      <p role="status">${found ? t('agreement.reports', { count: found.reports }) : ''}</p>
      ${found?.codes.length ? this.#table(found.codes) : ''}
    `;
  }

  #table(codes) {
    const { t } = this;
    const columns = ['accepted', 'edited', 'rejected', 'added', 'neither'];
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${t('agreement.title')}>
        <table>
          <thead><tr><th scope="col">${t('agreement.code')}</th><th scope="col">${t('agreement.statement')}</th>
            ${columns.map((name) => html`<th scope="col">${t(`agreement.${name}`)}</th>`)}<th scope="col">${t('agreement.kappa')}</th></tr></thead>
          <tbody>${codes.map(
            (one) => html`<tr data-code=${one.code}><th scope="row">${one.code || t('agreement.own')}</th><td>${one.chinese ? t.either(one) : ''}</td>
              ${columns.map((name) => html`<td data-count=${name}>${one[name]}</td>`)}<td data-count="kappa">${this.#kappa(one)}</td></tr>`,
          )}</tbody>
        </table>
      </div>
    `;
  }

  #kappa({ kappa, low, high, accepted, edited, rejected, added }) {
    const two = (value) => value.toFixed(2).replace('-', '−');
    if (kappa === undefined) {
      return '–';
    }
    const few = accepted + edited + rejected + added < FEW ? ` · ${this.t('agreement.few')}` : '';
    return `${two(kappa)} (${two(low)} … ${two(high)})${few}`;
  }

  #search(event) {
    event.preventDefault();
    this.#fetch();
  }
}

customElements.define('ecg-agreement', EcgAgreement);
