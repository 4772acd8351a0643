import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { dayOf, hubNow, spanOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

const DAY_MS = 86_400_000;
const SPAN_DAYS = 30;
const COLUMNS = ['NUMBER', 'NOTIFY_START', 'PATIENT_NAME', 'SEX', 'AGE', 'CLINIC', 'CONTENT', 'CONFIRMED_BY', 'READ_BACK_BY', 'READ_BACK_AT', 'LATENCY_SECONDS', 'DISPOSITION', 'REVIEW'];

/** The register of critical values: a span or a serial number, the columns a paper register has, and the files. */
class EcgRegister extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    from: { state: true },
    to: { state: true },
    number: { state: true },
    names: { state: true },
    list: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      form, .files { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: end; margin: 6px 0 8px; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.88rem; }
      label.check { display: flex; align-items: center; gap: 6px; min-height: 32px; }
      label.check input { min-height: 0; }
      input[inputmode] { width: 8em; }
      .wide { overflow-x: auto; }
      table { width: 100%; border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); }
      th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--line); vertical-align: top; font-variant-numeric: tabular-nums; }
      th { font-size: 0.85rem; color: var(--muted); white-space: nowrap; }
      td.CONTENT { min-width: 16em; }
      a { color: var(--accent); }
      @media (max-width: 760px) {
        table, tbody, tr, td { display: block; border: 0; }
        thead { position: absolute; left: -10000px; }
        tr { border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px; padding: 6px 10px; }
        td { padding: 1px 0; }
        td::before { content: attr(data-name) ' '; color: var(--muted); font-size: 0.85rem; }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.from ??= dayOf(hubNow() - SPAN_DAYS * DAY_MS);
    this.to ??= dayOf(hubNow());
    this.refresh();
  }

  willUpdate(changed) {
    if (changed.get('t') && changed.get('t').language !== this.t.language) {
      this.refresh(); // coded values come in the other language
    }
  }

  async refresh() {
    try {
      this.list = await this.api.get(this.number ? `/api/register?number=${encodeURIComponent(this.number)}&language=${this.t.language}` : `/api/register?${this.#span()}`);
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  #span() {
    return `${spanOf(this.from, this.to)}&language=${this.t.language}`;
  }

  render() {
    const t = this.t;
    return html`
      <h1>${t('register.title')}</h1>
      <form @submit=${this.#search}>
        <label>${t('register.from')}<input type="date" required .value=${this.from} @change=${(event) => (this.from = event.target.value)} /></label>
        <label>${t('register.to')}<input type="date" required .value=${this.to} @change=${(event) => (this.to = event.target.value)} /></label>
        <label>${t('register.number')}<input inputmode="numeric" pattern="[0-9]*" maxlength="12" .value=${this.number ?? ''} @input=${(event) => (this.number = event.target.value.trim())} /></label>
        <button class="primary">${t('register.search')}</button>
      </form>
      ${this.#files()}
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      <p role="status">${this.list ? t('register.count', { count: this.list.lines.length }) : ''}</p>
      ${this.list?.lines.length ? this.#table() : ''}
    `;
  }

  #files() {
    const t = this.t;
    if (!this.from || !this.to) {
      return '';
    }
    const query = `${this.#span()}${this.names ? '&names=1' : ''}`;
    return html`
      <div class="files">
        <span>${t('register.export')}</span>
        ${['csv', 'xlsx', 'pdf'].map((form) => html`<a href="/api/register-${form}?${query}" download>${form.toUpperCase()}</a>`)}
        ${this.me.rights.includes('HANDLE_CASES')
          ? html`<label class="check"><input type="checkbox" .checked=${this.names ?? false} @change=${(event) => (this.names = event.target.checked)} />${t('register.names')}</label>`
          : ''}
        <span class="muted">${t('register.audited')}</span>
      </div>
    `;
  }

  #table() {
    const t = this.t;
    const columns = COLUMNS.map((id) => this.list.columns.find((column) => column.id === id));
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${t('register.title')}>
        <table>
          <thead><tr>${columns.map((column) => html`<th scope="col">${t.either(column)}</th>`)}</tr></thead>
          <tbody>${this.list.lines.map((line) => this.#row(line, columns))}</tbody>
        </table>
      </div>
    `;
  }

  #row(line, columns) {
    const t = this.t;
    return html`
      <tr data-case=${line.caseId}>
        ${columns.map((column) => html`<td class=${column.id} data-name=${t.either(column)}>${
          column.id === 'NUMBER'
            ? html`<a href="#/register/${line.caseId}" aria-label=${t('register.open', { number: line.number })}>${line.number}</a> ${line.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}`
            : line.values[column.id] ?? ''
        }</td>`)}
      </tr>
    `;
  }

  #search(event) {
    event.preventDefault();
    this.refresh();
  }
}

customElements.define('ecg-register', EcgRegister);
