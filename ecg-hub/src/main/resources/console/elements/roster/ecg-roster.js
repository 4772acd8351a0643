import { LitElement, css, html, nothing } from 'lit';
import { words } from '../../api.js';
import { hubNow, timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';
import { TIERS } from './tiers.js';
import './ecg-holes.js';
import './ecg-people.js';
import './ecg-shift-change.js';
import './ecg-shift-form.js';
import './ecg-who-now.js';

const DAY = 24 * 3600 * 1000;
const DAYS = 7;

/** A week of the roster, its holes, who would be called, and every change. */
class EcgRoster extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    from: { state: true },
    roster: { state: true },
    chosen: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-bottom: 8px; }
      .head h1 { margin-right: 8px; }
      .week { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 6px; margin: 8px 0; padding: 0; list-style: none; }
      .day { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 6px; }
      .day.today { border-color: var(--accent); border-width: 2px; }
      .day h2 { font-size: 0.9rem; }
      h3 { margin-top: 6px; color: var(--muted); font-size: 0.8rem; }
      .duty { display: block; width: 100%; text-align: left; margin-top: 3px; padding: 3px 6px; line-height: 1.25; }
      .duty b { display: block; overflow-wrap: anywhere; }
      .duty small { color: var(--muted); font-variant-numeric: tabular-nums; }
      .duty[aria-pressed='true'] { outline: 3px solid var(--accent); }
      .instead { border-style: dashed; border-color: var(--amber-mark); }
      .hole { display: block; margin-top: 3px; background: var(--red-ground); color: var(--red); border-left: 4px solid var(--red); padding: 3px 6px; font-weight: 700; font-size: 0.85rem; }
      .below { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: 10px; align-items: start; }
      .below > * { min-width: 0; }
      details { margin-top: 10px; }
      .history { margin: 6px 0 0; padding-left: 18px; font-size: 0.85rem; overflow-wrap: anywhere; }
      @media (max-width: 900px) {
        .week { grid-template-columns: minmax(0, 1fr); }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    const monday = new Date(hubNow());
    monday.setHours(0, 0, 0, 0);
    monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
    this.from = monday;
    this.#load();
  }

  render() {
    const t = this.t;
    return html`
      <div class="head">
        <h1>${t('roster.title')}</h1>
        <button @click=${() => this.#turn(-DAYS)}>‹ ${t('roster.before')}</button>
        <button @click=${() => this.#turn(DAYS)}>${t('roster.after')} ›</button>
        <span class="muted">${this.#date(this.from)} – ${this.#date(this.#day(DAYS - 1))}</span>
      </div>
      ${this.complaint ? html`<p class="problem" role="alert">${this.complaint}</p>` : ''}
      ${this.roster ? this.#body() : html`<p class="muted" role="status">${t('roster.loading')}</p>`}
    `;
  }

  #body() {
    const t = this.t;
    const { mayEdit, people, channels, duties, holes, history } = this.roster;
    return html`
      <ecg-holes .t=${t} .holes=${holes}></ecg-holes>
      <ul class="week">${[...Array(DAYS).keys()].map((number) => this.#dayOf(number))}</ul>
      <div class="below">
        <ecg-who-now .t=${t} .api=${this.api}></ecg-who-now>
        ${mayEdit
          ? this.chosen
            ? html`<ecg-shift-change .t=${t} .api=${this.api} .duty=${this.chosen} .people=${people} .duties=${duties}
                @changed=${this.#changed} @left=${() => (this.chosen = undefined)}></ecg-shift-change>`
            : html`<ecg-shift-form .t=${t} .api=${this.api} .people=${people} .day=${this.from} @changed=${this.#changed}></ecg-shift-form>`
          : nothing}
        ${mayEdit
          ? html`<ecg-people .t=${t} .api=${this.api} .people=${people} .channels=${channels} @changed=${this.#changed}></ecg-people>`
          : nothing}
      </div>
      <details class="box">
        <summary>${t('roster.history')} (${history.length})</summary>
        <ol class="history">
          ${history.map((entry) => html`<li>${timeOf(entry.at, t.language)} · ${entry.by} · ${t(`roster.kind.${entry.kind}`)} · ${entry.detail}</li>`)}
        </ol>
      </details>
    `;
  }

  #dayOf(number) {
    const from = this.#day(number);
    const to = this.#day(number + 1);
    const touches = (span) => new Date(span.from) < to && from < new Date(span.to);
    const today = new Date(hubNow()).toDateString() === from.toDateString();
    return html`<li class="day ${today ? 'today' : ''}">
      <h2>${this.#date(from)}</h2>
      ${TIERS.map((tier) => html`
        <h3>${this.t(`roster.tier.${tier}`)}</h3>
        ${this.roster.duties.filter((duty) => duty.tier === tier && touches(duty)).map((duty) => this.#duty(duty, from, to))}
        ${this.roster.holes.filter((hole) => hole.tier === tier && touches(hole)).map((hole) => html`
          <span class="hole">${this.t(`roster.hole.${hole.reason}`)} ${this.#span(hole, from, to)}</span>`)}
      `)}
    </li>`;
  }

  #duty(duty, from, to) {
    const label = html`<b>${duty.name}${duty.instead ? html` <span aria-hidden="true">⇄</span>` : ''}</b>
      <small>${this.#span(duty, from, to)}${duty.instead ? html` · ${this.t(duty.instead.swap ? 'roster.swapped' : 'roster.instead')}` : ''}</small>`;
    return this.roster.mayEdit
      ? html`<button class="duty ${duty.instead ? 'instead' : ''}" aria-pressed=${this.chosen === duty} @click=${() => (this.chosen = duty)}>${label}</button>`
      : html`<div class="duty ${duty.instead ? 'instead' : ''}">${label}</div>`;
  }

  /** The part of the span that lies in the day. */
  #span(span, from, to) {
    const clock = (at, end) => (at <= from ? '00:00' : at >= to && end ? '24:00' : at.toTimeString().slice(0, 5));
    return `${clock(new Date(span.from), false)}–${clock(new Date(span.to), true)}`;
  }

  #day(number) {
    const day = new Date(this.from);
    day.setDate(day.getDate() + number);
    return day;
  }

  #date(day) {
    return new Intl.DateTimeFormat(this.t.language, { month: 'numeric', day: 'numeric', weekday: 'short' }).format(day);
  }

  #turn(days) {
    this.from = new Date(this.from.getTime() + days * DAY);
    this.from.setHours(0, 0, 0, 0);
    this.chosen = undefined;
    this.#load();
  }

  #changed = () => {
    this.chosen = undefined;
    this.#load();
  };

  async #load() {
    try {
      this.roster = await this.api.get(`/api/roster?from=${this.from.toISOString()}&to=${this.#day(DAYS).toISOString()}`);
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-roster', EcgRoster);
