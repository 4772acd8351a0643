import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';
import '../ecg-timeline.js';

const REVIEWS = ['TRUE_ALARM', 'FALSE_ALARM', 'MISSED'];

/** One line of the register with everything that happened; what is written by hand is added to, never overwritten. */
class EcgRegisterLine extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    caseId: {},
    columns: { state: true },
    line: { state: true },
    editing: { state: true },
    complaint: { state: true },
    refused: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; margin-bottom: 8px; }
      .body { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 10px; align-items: start; }
      .side { display: grid; gap: 10px; }
      dl { display: grid; grid-template-columns: minmax(8em, 12em) minmax(0, 1fr); margin: 6px 0 0; }
      dt, dd { padding: 4px 6px; border-top: 1px solid var(--line); margin: 0; }
      dt { color: var(--muted); font-size: 0.9rem; }
      dd { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
      dd button { min-height: 26px; padding: 0 8px; font-size: 0.85rem; margin-left: auto; }
      form { display: grid; gap: 6px; width: 100%; }
      form label { display: grid; gap: 2px; font-weight: 600; font-size: 0.85rem; }
      form div { display: flex; gap: 6px; }
      form button { margin: 0; }
      ol { margin: 6px 0 0; padding-left: 18px; font-size: 0.9rem; }
      a { color: var(--accent); }
      @media (max-width: 900px) { .body { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  willUpdate(changed) {
    if (changed.get('t') && changed.get('t').language !== this.t.language) {
      this.refresh(); // coded values come in the other language
    }
    if (changed.has('caseId')) {
      this.line = undefined;
      this.editing = this.complaint = this.refused = '';
      this.refresh();
    }
  }

  async refresh() {
    try {
      this.line = await this.api.get(`/api/register/${this.caseId}?language=${this.t.language}`);
      this.columns ??= (await this.api.get(`/api/register?number=${this.line.number}`)).columns;
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const { t, line } = this;
    return html`
      <div class="head">
        <a href="#/register">← ${t('register.title')}</a>
        ${line
          ? html`<h1>${t('register.line', { number: line.number })}</h1>
              ${line.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}
              <a href="#/exam/${line.examId}">${t('register.exam')}</a>`
          : ''}
      </div>
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      ${line && this.columns ? this.#body() : ''}
    `;
  }

  #body() {
    const { t, line } = this;
    return html`
      <div class="body">
        <section class="box"><h2>${t('register.fields')}</h2><dl>${this.columns.map((column) => this.#field(column))}</dl></section>
        <div class="side">
          <ecg-timeline .t=${t} .steps=${line.timeline}></ecg-timeline>
          ${line.edits.length ? this.#edits() : ''}
        </div>
      </div>
    `;
  }

  #field(column) {
    const t = this.t;
    const byHand = column.source !== 'HUB' && this.me.rights.includes('HANDLE_CASES');
    return html`
      <dt>${t.either(column)}</dt>
      <dd data-column=${column.id}>
        ${this.editing === column.id
          ? this.#form(column)
          : html`<span>${this.line.values[column.id] ?? '—'}</span>
              ${byHand ? html`<button aria-label="${t('register.write')}: ${t.either(column)}" @click=${() => this.#edit(column.id)}>${t('register.write')}</button>` : ''}`}
      </dd>
    `;
  }

  #form(column) {
    const t = this.t;
    const there = this.line.byHand[column.id] ?? '';
    return html`
      <form @submit=${(event) => this.#write(event, column)}>
        <label>${t('register.value')}${this.#input(column, there)}</label>
        ${there ? html`<label>${t('register.reason')}<input name="reason" maxlength="200" required autocomplete="off" /></label>` : ''}
        <div role="alert">${this.refused ? html`<p class="problem">${this.refused}</p>` : ''}</div>
        <div><button class="primary">${t('register.save')}</button>
          <button type="button" @click=${() => this.#edit('')}>${t('ack.cancel')}</button></div>
      </form>
    `;
  }

  #input(column, there) {
    const t = this.t;
    if (column.source === 'REVIEW') {
      return html`<select name="value"><option value="">—</option>
        ${REVIEWS.map((one) => html`<option value=${one} ?selected=${one === there}>${t(`register.review.${one}`)}</option>`)}</select>`;
    }
    return column.source === 'TIME'
      ? html`<input name="value" type="datetime-local" step="1" .value=${there ? local(there) : ''} />`
      : html`<input name="value" maxlength="200" autocomplete="off" .value=${there} />`;
  }

  #edits() {
    const { t, line, columns } = this;
    const name = (id) => t.either(columns.find((column) => column.id === id));
    return html`
      <section class="box">
        <h2>${t('register.edits')}</h2>
        <ol class="edits">${line.edits.map((edit) => html`<li>${timeOf(edit.at, t.language)} · ${edit.by} · ${name(edit.column)}:
          ${t.has(`register.review.${edit.value}`) ? t(`register.review.${edit.value}`) : edit.value || '—'}
          ${edit.reason ? html` (${edit.reason})` : ''}</li>`)}</ol>
      </section>
    `;
  }

  async #edit(id) {
    this.editing = id;
    this.refused = '';
    await this.updateComplete;
    this.renderRoot.querySelector('dd form input, dd form select')?.focus();
  }

  async #write(event, column) {
    event.preventDefault();
    const { value, reason } = Object.fromEntries(new FormData(event.target));
    const said = column.source === 'TIME' && value ? new Date(value).toISOString() : value;
    try {
      await this.api.post(`/api/register/${this.caseId}`, {
        column: column.id,
        seen: this.line.byHand[column.id] ?? '',
        value: said,
        reason: reason ?? '',
      });
      this.editing = '';
      await this.refresh();
    } catch (error) {
      this.refused = words(this.t, error);
    }
  }
}

/** An instant as the field for local times wants it, to the second. */
function local(iso) {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

customElements.define('ecg-register-line', EcgRegisterLine);
