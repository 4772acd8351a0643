import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { lookAhead } from '../../ahead.js';
import { words } from '../../api.js';
import { duration, hubNow, secondsSince } from '../../clock.js';
import { onKey } from '../../keys.js';
import { shared } from '../shared-styles.js';
import '../ecg-level.js';
import './ecg-turnaround.js';
import './ecg-worklist-filter.js';
import './ecg-lane.js';
import './ecg-search.js';
import './ecg-handovers.js';

const NAG_MS = 15000; // an unaccepted red sounds again this often

/** Every open exam, most urgent first, as the hub orders them; updates itself. */
class EcgWorklist extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    sound: { attribute: false },
    me: { attribute: false },
    list: { state: true },
    items: { state: true },
    complaint: { state: true },
    at: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; margin-bottom: 8px; }
      table { width: 100%; border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); }
      th, td { text-align: left; padding: 7px 10px; border-bottom: 1px solid var(--line); vertical-align: middle; }
      th { font-size: 0.85rem; color: var(--muted); }
      tbody tr { cursor: pointer; }
      tbody tr:hover, tbody tr[aria-current] { background: var(--blue-ground); }
      tr.RED, tbody tr.RED:hover, tbody tr.RED[aria-current] { background: var(--red-ground); }
      tr.RED td:first-child { box-shadow: inset 6px 0 var(--red); }
      tr.YELLOW td:first-child { box-shadow: inset 6px 0 var(--amber-mark); }
      tr[aria-current] { outline: 3px solid var(--accent); outline-offset: -3px; }
      .wait { font-variant-numeric: tabular-nums; font-weight: 700; white-space: nowrap; }
      .finding { font-weight: 600; max-width: 34em; }
      .chips { display: flex; flex-wrap: wrap; gap: 4px; }
      a { color: inherit; text-decoration-color: var(--control-line); }
      .state { font-size: 0.9rem; }
      .state .open { color: var(--red); font-weight: 700; }
      .goal { display: block; font-weight: 400; font-size: 0.82rem; white-space: nowrap; }
      .goal meter { width: 60px; height: 10px; }
      .goal.late { color: var(--red); font-weight: 700; }
      .goal.soon { color: var(--amber); font-weight: 700; }
      .state .done { color: var(--good); font-weight: 700; }
      @media (max-width: 760px) {
        table, tbody, tr, td { display: block; border: 0; }
        thead { position: absolute; left: -10000px; }
        tr { border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px; padding: 6px 4px 6px 12px; }
        td { padding: 2px 6px; }
        tr.RED td:first-child, tr.YELLOW td:first-child { box-shadow: none; }
        tr.RED { box-shadow: inset 6px 0 var(--red); }
        tr.YELLOW { box-shadow: inset 6px 0 var(--amber-mark); }
        td.inline { display: inline-block; }
      }
    `,
  ];

  #hear = (event) => this.#look(event.detail);
  #keys = (event) =>
    onKey(event, {
      j: () => this.#move(1),
      k: () => this.#move(-1),
      enter: () => this.#open(this.at),
      n: () => this.#next(),
      c: () => this.#claim(this.at),
    });
  #timers = [];
  #pending = 0;
  #turn = 0;
  #unsaved = 0;
  #saving = Promise.resolve();

  connectedCallback() {
    super.connectedCallback();
    this.at ??= 0;
    this.feed.addEventListener('hub', this.#hear);
    addEventListener('keydown', this.#keys);
    this.#timers = [
      setInterval(() => this.requestUpdate(), 1000),
      setInterval(() => this.#nag(), NAG_MS),
      setInterval(() => this.refresh(), 30000),
    ];
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    removeEventListener('keydown', this.#keys);
    this.#timers.forEach(clearInterval);
    clearTimeout(this.#pending);
    this.#pending = 0;
  }

  async refresh() {
    const turn = ++this.#turn;
    try {
      const [list, calls] = await Promise.all([this.api.get('/api/worklist', true), this.#calls()]);
      if (turn !== this.#turn || this.#unsaved) {
        return; // a later look, or a filter just chosen, has overtaken this answer
      }
      this.calls = calls;
      this.list = list;
      this.items = this.list.items;
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  /** Clinics that ask to be called, by exam; the centre's affair. */
  async #calls() {
    if (!this.me?.rights.includes('READ_EXAMS')) {
      return new Map();
    }
    try {
      const { items } = await this.api.get('/api/call-backs', true);
      return new Map(items.map((one) => [one.examId, one]));
    } catch {
      return this.calls; // the list does not wait for it
    }
  }

  /** Many events in a moment are one look. */
  #look(event) {
    if (event.name !== 'chunk' && event.name !== 'lost' && !this.#pending) {
      this.#pending = setTimeout(() => {
        this.#pending = 0;
        this.refresh();
      }, 80);
    }
  }

  render() {
    const t = this.t;
    const items = this.items ?? [];
    const red = items.filter(openRed).length;
    return html`
      <div class="head">
        <h1>${t('worklist.title')}</h1>
        <span role="status">${t('worklist.count', { count: items.length, red })}</span>
        ${this.#may() ? html`<button class="primary" @click=${this.#next}>${t('worklist.next')}</button>` : ''}
        <span class="muted">${t(this.#may() ? 'worklist.keys' : 'worklist.keys.read')}</span>
      </div>
      <ecg-turnaround .t=${t} .api=${this.api}></ecg-turnaround>
      <ecg-worklist-filter .t=${t} .list=${this.list} @filter=${this.#filter}></ecg-worklist-filter>
      ${this.me?.rights.includes('READ_EXAMS')
        ? html`<ecg-handovers .t=${t} .api=${this.api} .feed=${this.feed} .me=${this.me} .items=${items}></ecg-handovers>`
        : ''}
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      ${this.items && !items.length ? html`<p class="box">${t('worklist.empty')}</p>` : ''}
      ${items.length ? this.#table(items) : ''}
      <ecg-search .t=${t} .api=${this.api}></ecg-search>
      <ecg-lane .t=${t} .api=${this.api} .feed=${this.feed}></ecg-lane>
    `;
  }

  #table(items) {
    const t = this.t;
    return html`
      <table>
        <thead>
          <tr>
            <th>${t('worklist.level')}</th>
            <th>${t('worklist.wait')}</th>
            <th>${t('worklist.site')}</th>
            <th>${t('worklist.patient')}</th>
            <th>${t('worklist.symptoms')}</th>
            <th>${t('worklist.finding')}</th>
            <th>${t('worklist.state')}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(items, (item) => item.examId, (item, index) => this.#row(item, index))}
        </tbody>
      </table>
    `;
  }

  #row(item, index) {
    const t = this.t;
    const symptoms = item.symptoms.map((one) => html`<span class="chip symptom">${t(`symptom.${one}`)}</span>`);
    return html`
      <tr class=${openRed(item) ? 'RED' : item.level ?? 'NONE'} aria-current=${index === this.at ? 'true' : nothing}
        @click=${() => this.#open(index)} @pointerenter=${() => this.#likely(index)} data-exam=${item.examId}>
        <td class="inline"><ecg-level .t=${t} .level=${item.level ?? (item.withheld ? 'WITHHELD' : undefined)} ?hard=${item.hard}></ecg-level></td>
        <td class="inline wait">${duration(secondsSince(item.waitingSince))}${this.#goal(item)}</td>
        <td class="inline">${item.site}</td>
        <td class="inline">
          <a href="#/exam/${item.examId}" @click=${(event) => event.stopPropagation()}
            >${item.patientName ?? t('name.unknown')}</a
          >
          ${t(`sex.${item.sex}`)} ${item.ageYears === undefined ? t('age.unknown') : t('age', { age: item.ageYears })}
        </td>
        <td><span class="chips">${item.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}${symptoms}</span></td>
        <td class="finding">${item.withheld ? html`<span class="muted">${t('worklist.withheld')}</span>` : t.either(item.headline)}</td>
        <td class="state">${this.#state(item)}</td>
      </tr>
    `;
  }

  #call(item) {
    const call = this.calls?.get(item.examId);
    if (!call) {
      return '';
    }
    return html`<br /><span class="chip call">☎ ${call.by ? this.t('callback.by', { by: call.by }) : this.t('step.CLINIC_CALL_BACK')}</span>`;
  }

  #state(item) {
    const t = this.t;
    const settled = ['ACKNOWLEDGED', 'DISPOSED', 'CLOSED'].includes(item.state);
    const kind = settled ? 'done' : openRed(item) ? 'open' : '';
    return html`
      <span class=${kind}>${t(`state.${heldOut(item) ? 'HELD_OUT' : item.state}`, { by: item.stateBy ?? '' })}</span>
      ${item.dispatchAccepted ? html`<span class="done">${t('state.DISPATCHED')}</span>` : ''}
      ${this.#work(item)} ${this.#call(item)}
      ${item.damaged ? html`<span class="open">${t('state.DAMAGED')}</span>` : ''}
      ${item.level === 'RED' ? html`<br /><span>${t(item.clinicSeenAt ? 'clinic.seen' : 'clinic.unseen')}</span>` : ''}
    `;
  }

  /** How much of its time an exam has used, in words and as a bar. */
  #goal(item) {
    if (!item.goalSeconds) {
      return '';
    }
    const left = item.goalSeconds - secondsSince(item.waitingSince);
    const kind = left < 0 ? 'late' : secondsSince(item.waitingSince) > item.goalHalfSeconds ? 'soon' : 'early';
    const words = this.t(left < 0 ? 'worklist.late' : 'worklist.left', { time: duration(Math.abs(left)) });
    return html`<span class="goal ${kind}"
      ><meter min="0" max=${item.goalSeconds} .value=${Math.min(item.goalSeconds, item.goalSeconds - left)} aria-hidden="true"></meter>
      ${words}</span
    >`;
  }

  #work(item) {
    const t = this.t;
    const live = item.claim && hubNow() < Date.parse(item.claim.until);
    const mine = live && item.claim.account === this.me?.name;
    return html`
      ${live ? html`<br /><span class=${mine ? 'done' : 'chip'}>${t(mine ? 'claim.mine' : 'claim.by', { by: item.claim.by, time: duration(secondsSince(item.claim.since)) })}</span>` : ''}
      ${item.offeredBy ? html`<br /><span class="open">${t('handover.by', { by: item.offeredBy })}</span>` : ''}
      ${item.signedAt ? html`<span class="done">${t('state.SIGNED')}</span>` : ''}
      ${item.sentBack ? html`<br /><span>${t('repeat.asked')} ${t.either(item.sentBack)}</span>` : ''}
    `;
  }

  #may() {
    return this.me?.rights.includes('HANDLE_CASES');
  }

  /** Each choice builds on the one before it, and they are kept in their order: two quick clicks are both meant. */
  #filter = (event) => {
    this.list = { ...this.list, filter: event.detail };
    this.#turn++;
    this.#unsaved++;
    this.#saving = this.#saving.then(() => this.#save(event.detail));
  };

  async #save(filter) {
    let trouble = '';
    try {
      await this.api.post('/api/worklist/filter', filter);
    } catch (error) {
      trouble = words(this.t, error);
    }
    this.#unsaved--;
    await this.refresh();
    this.complaint ||= trouble;
  }

  /** The most urgent exam that nobody reads becomes this reader's and opens. */
  #next = async () => {
    if (!this.#may()) {
      return;
    }
    try {
      const { examId } = await this.api.post('/api/worklist/next');
      if (examId) {
        location.hash = `#/exam/${examId}`;
      } else {
        this.complaint = this.t('worklist.nothing');
      }
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  };

  async #claim(index) {
    const item = this.items?.[index];
    if (!item || !this.#may()) {
      return;
    }
    try {
      await this.api.post(`/api/exams/${item.examId}/claim`);
      await this.refresh();
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  #move(step) {
    const last = (this.items?.length ?? 1) - 1;
    this.at = Math.max(0, Math.min(last, this.at + step));
    this.#likely(this.at);
    this.updateComplete.then(() => this.renderRoot.querySelector('tr[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }));
  }

  /** The samples of a whole exam that the reader points at are fetched before he asks. */
  #likely(index) {
    const item = this.items?.[index];
    if (item && item.state !== 'ARRIVING') {
      lookAhead(this.api, item.examId);
    }
  }

  #open(index) {
    const item = this.items?.[index];
    if (item) {
      location.hash = `#/exam/${item.examId}`;
    }
  }

  #nag() {
    if ((this.items ?? []).some((item) => openRed(item) && (item.state !== 'ACCEPTED' || heldOut(item)))) {
      this.sound.play('RED');
    }
  }
}

/** Accepted, but the hold is over and nobody has read it back: the ladder climbs again. */
function heldOut(item) {
  return item.state === 'ACCEPTED' && hubNow() > Date.parse(item.heldUntil);
}

/** A red that nobody has acknowledged. */
function openRed(item) {
  return item.level === 'RED' && !['ACKNOWLEDGED', 'DISPOSED', 'CLOSED'].includes(item.state);
}

customElements.define('ecg-worklist', EcgWorklist);
