import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { dayOf, hubNow, spanOf, timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

const DAY_MS = 86_400_000;
const SPAN_DAYS = 7;

/** Who did what when, and whether the chain is whole. */
class EcgAudit extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    asked: { state: true },
    items: { state: true },
    more: { state: true },
    chain: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      form { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: end; margin: 8px 0; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.88rem; }
      .chain { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin: 8px 0; }
      .whole { color: var(--good); font-weight: 700; }
      .wide { overflow-x: auto; }
      table { width: 100%; border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); }
      th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--line); vertical-align: top; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
      th { font-size: 0.85rem; color: var(--muted); white-space: nowrap; }
      td.at { white-space: nowrap; }
      a { color: var(--accent); }
      p { margin: 6px 0; }
      @media (max-width: 760px) {
        table, tbody, tr, td { display: block; border: 0; }
        thead { position: absolute; left: -10000px; }
        tr { border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px; padding: 6px 10px; }
        td { padding: 1px 0; }
        td[data-name]:not(:empty)::before { content: attr(data-name) ' '; color: var(--muted); font-size: 0.85rem; }
      }
    `,
  ];

  constructor() {
    super();
    this.asked = { actor: '', about: '', from: dayOf(hubNow() - SPAN_DAYS * DAY_MS), to: dayOf(hubNow()) };
    this.items = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
    this.#check();
  }

  render() {
    const { t, asked } = this;
    return html`
      <h1>${t('audit.title')}</h1>
      <div class="chain" role="status">${this.#chain()}
        <button @click=${() => this.#check()}>${t('audit.check')}</button>
      </div>
      <form @submit=${this.#search}>
        <label>${t('audit.person')}<input name="actor" maxlength="64" autocomplete="off" .value=${asked.actor} /></label>
        <label>${t('audit.about')}<input name="about" maxlength="36" autocomplete="off" .value=${asked.about} /></label>
        <label>${t('register.from')}<input name="from" type="date" required .value=${asked.from} /></label>
        <label>${t('register.to')}<input name="to" type="date" required .value=${asked.to} /></label>
        <button class="primary">${t('register.search')}</button>
        <a href="/api/audit-csv?${this.#query()}" download>CSV</a>
      </form>
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      ${this.items.length ? this.#table() : html`<p class="box">${t('audit.none')}</p>`}
      ${this.more ? html`<p><button @click=${() => this.#look(this.items.at(-1).number)}>${t('audit.more')}</button></p>` : ''}
    `;
  }

  #chain() {
    const { t, chain } = this;
    if (!chain) {
      return html`<span class="muted">${t('audit.checking')}</span>`;
    }
    return chain.whole
      ? html`<span class="whole">✓ ${t('audit.whole', { count: chain.entries })}</span>`
      : html`<span class="problem">${t('audit.broken', { number: chain.number, reason: chain.reason })}</span>`;
  }

  #table() {
    const t = this.t;
    const heads = ['number', 'at', 'person', 'action', 'exam', 'case', 'detail'].map((name) => t(`audit.head.${name}`));
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${t('audit.title')}>
        <table>
          <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>${this.items.map((item) => this.#row(item, heads))}</tbody>
        </table>
      </div>
    `;
  }

  #row(item, heads) {
    const t = this.t;
    const values = [item.number, timeOf(item.at, t.language), item.actor, t(`audit.${item.action}`), item.examCode, item.caseNumber, item.detail];
    return html`<tr>${values.map((value, at) => html`<td class=${at === 1 ? 'at' : ''} data-name=${heads[at]}>${value ?? ''}</td>`)}</tr>`;
  }

  #query() {
    const { actor, about, from, to } = this.asked;
    return `${new URLSearchParams({ actor, about })}&${spanOf(from, to)}`;
  }

  #search = (event) => {
    event.preventDefault();
    this.asked = Object.fromEntries(new FormData(event.target));
    this.#look();
  };

  /** @param before the next page, of smaller numbers; the first when it is left out */
  async #look(before) {
    try {
      const { items, more } = await this.api.get(`/api/audit?${this.#query()}${before ? `&before=${before}` : ''}`);
      this.items = before ? [...this.items, ...items] : items;
      this.more = more;
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  async #check() {
    this.chain = undefined;
    try {
      this.chain = await this.api.get('/api/audit/check');
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-audit', EcgAudit);
