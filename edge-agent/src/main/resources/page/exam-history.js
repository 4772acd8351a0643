// The clinic's exams: the latest, or those that a search finds. What is searched for travels in the body of a call.
import { LitElement, html, css } from 'lit';
import { say, clock, day } from '/words.js';
import { ask } from '/desk.js';
import { look } from '/look.js';
import { levelOf, nameOf } from '/reading.js';
import { shape } from '/result-card.js';

const SETTLE_MILLIS = 300;

export class ExamHistory extends LitElement {
  static properties = { exams: { attribute: false }, chosen: { type: String }, text: { state: true }, found: { state: true }, from: { state: true } };

  static styles = [look, css`
    :host { display: block; }
    .list { list-style: none; margin: 0; padding: 0; }
    .list button { width: 100%; display: flex; gap: 10px; align-items: center; text-align: left; margin-top: 6px; padding: 4px 12px; min-height: 60px; }
    .list button[aria-current=true] { outline: 3px solid var(--act); }
    .list .shape { width: 26px; height: 26px; flex: none; }
    .list .when { margin-left: auto; color: var(--soft); white-space: nowrap; text-align: right; }
    .RED .shape { color: var(--red); } .YELLOW .shape { color: var(--yellow); } .GREEN .shape { color: var(--green); } .GREY .shape { color: var(--grey); }
    .search { display: flex; gap: 8px; margin-bottom: 6px; }
    .search input { min-width: 0; }
  `];

  constructor() {
    super();
    this.exams = [];
    this.text = '';
    this.from = '';
  }

  search(change) {
    Object.assign(this, change);
    clearTimeout(this.settling);
    if (!this.text.trim() && !this.from) {
      this.found = undefined;
      return;
    }
    this.settling = setTimeout(async () => {
      const { text, from: chosen } = this;
      const from = this.from ? new Date(`${this.from}T00:00`) : null;
      const to = from ? new Date(from.getTime() + 86_400_000) : null;
      const answer = await ask('/api/history', { text: this.text.trim(), from: from?.toISOString(), to: to?.toISOString() });
      if (text === this.text && chosen === this.from) { // what was asked meanwhile has its own answer
        this.found = answer.exams ?? [];
      }
    }, SETTLE_MILLIS);
  }

  render() {
    const shown = this.found ?? this.exams;
    return html`
      <h2>${say('results')}</h2>
      <div class="search">
        <input type="search" placeholder=${say('history.search')} aria-label=${say('history.search')} .value=${this.text} maxlength="50" autocomplete="off" @input=${(event) => this.search({ text: event.target.value })}>
        <input type="date" aria-label=${say('history.day')} .value=${this.from} @input=${(event) => this.search({ from: event.target.value })}>
      </div>
      ${shown.length ? '' : html`<p class="soft" role="status">${say(this.found ? 'history.none' : 'results.none')}</p>`}
      <ul class="list">${shown.map((one) => this.renderRow(one))}</ul>`;
  }

  renderRow(exam) {
    const level = levelOf(exam);
    const words = level ? say(`level.${level}`) : say(exam.endedAt ? 'level.WAIT' : 'level.LIVE');
    return html`<li class=${level ?? ''}>
      <button aria-current=${exam.examId === this.chosen ? 'true' : 'false'} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: exam }))}>
        ${level ? shape(level) : ''}<span>${words}<br>${nameOf(exam.patient) || say('unknown.patient')}</span>
        <span class="when">${day(exam.startedAt)} ${clock(exam.startedAt)}<br>${exam.storedAt ? `✓ ${say('row.sent')}` : `… ${say('row.waiting')}`}</span>
      </button></li>`;
  }
}

customElements.define('exam-history', ExamHistory);
