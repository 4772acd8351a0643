// The clinic's page: state on top, patient and start on the left, the trace in the middle, results on the right.
import { LitElement, html, css } from 'lit';
import { speak, other, say, clock } from '/words.js';
import { ask, listen } from '/desk.js';
import { levelOf, shape } from '/result-card.js';
import '/patient-form.js';
import '/sweep-trace.js';

const CLOCK_OFF_MILLIS = 120_000;
const SILENT_MILLIS = 30_000;
const LANGUAGE = 'language';

class ClinicPage extends LitElement {
  static properties = { state: { state: true }, exams: { state: true }, chosen: { state: true }, contact: { state: true }, problem: { state: true }, ready: { state: true } };

  static styles = css`
    :host { display: flex; flex-direction: column; gap: 10px; height: 100vh; padding: 10px; box-sizing: border-box; }
    main { flex: 1; min-height: 0; display: grid; grid-template: minmax(0, 1fr) / 300px minmax(0, 1fr) 370px; gap: 10px; }
    header { display: flex; gap: 8px; align-items: stretch; }
    .chip { display: flex; flex-direction: column; justify-content: center; background: var(--card); border-radius: 10px; padding: 4px 14px; border-left: 6px solid var(--green); min-width: 0; }
    .chip b { font-weight: 600; } .chip span { color: var(--soft); }
    .chip.bad { border-color: var(--red); } .chip.mid { border-color: var(--yellow); }
    .chip.wide { flex: 1; }
    .banner { background: var(--red); color: var(--on-red); border-radius: 10px; padding: 10px 16px; font-size: 22px; font-weight: 600; }
    .banner.mid { background: var(--warn-ground); color: var(--warn); font-size: 20px; }
    .banner p { margin: 0; }
    .col { background: var(--card); border-radius: 12px; overflow: auto; min-height: 0; }
    .left { padding: 12px; display: flex; flex-direction: column; }
    .middle { padding: 10px; display: flex; flex-direction: column; }
    sweep-trace { flex: 1; }
    .grow { flex: 1; min-height: 8px; }
    button { font: inherit; min-height: 48px; padding: 0 14px; border-radius: 10px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
    button.start { min-height: 84px; font-size: 28px; font-weight: 700; background: var(--act); color: var(--on-act); border: none; width: 100%; }
    button.start.stop { background: var(--red); color: var(--on-red); }
    button.start:disabled { background: var(--grey); color: var(--on-grey); cursor: not-allowed; }
    progress { width: 100%; height: 18px; accent-color: var(--act); margin-bottom: 8px; }
    .warn { color: var(--warn); margin: 8px 0; }
    .list { list-style: none; margin: 0; padding: 0 10px 10px; }
    .list button { width: 100%; display: flex; gap: 10px; align-items: center; text-align: left; margin-top: 6px; }
    .list button[aria-current=true] { outline: 3px solid var(--act); }
    .list .shape { width: 26px; height: 26px; flex: none; }
    .list .when { margin-left: auto; color: var(--soft); white-space: nowrap; }
    .RED .shape { color: var(--red); } .YELLOW .shape { color: var(--yellow); } .GREEN .shape { color: var(--green); } .GREY .shape { color: var(--grey); }
    h2 { font-size: 20px; margin: 10px 16px 0; }
    :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
  `;

  constructor() {
    super();
    this.exams = [];
    this.contact = true;
    this.begin();
  }

  async begin() {
    await speak(localStorage.getItem(LANGUAGE) ?? 'zh-CN');
    listen({
      onDesk: (desk) => { this.take(desk); },
      onLive: (frame) => this.renderRoot.querySelector('sweep-trace')?.feed(frame),
      onContact: (contact) => { this.contact = contact; },
    });
    this.ready = true;
  }

  // A new exam, or a new red, is shown without being asked for.
  take({ state, exams }) {
    const known = new Map(this.exams.map((exam) => [exam.examId, levelOf(exam)]));
    const fresh = exams.find((exam) => !known.has(exam.examId) || (levelOf(exam) === 'RED' && known.get(exam.examId) !== 'RED'));
    if (fresh || !this.chosen) {
      this.chosen = (fresh ?? exams[0])?.examId;
    }
    this.state = state;
    this.exams = exams;
  }

  async language() {
    localStorage.setItem(LANGUAGE, await speak(other()));
    this.requestUpdate();
    this.renderRoot.querySelectorAll('patient-form, sweep-trace, result-card').forEach((part) => part.requestUpdate());
  }

  async start() {
    const form = this.renderRoot.querySelector('patient-form');
    const answer = await ask('/api/recording/start', form.order);
    this.problem = answer.error;
    if (answer.examId) {
      this.chosen = answer.examId;
    }
  }

  async nextPatient() {
    this.renderRoot.querySelector('patient-form').clear();
  }

  render() {
    if (!this.ready || !this.state) {
      return html``;
    }
    const { state } = this;
    return html`
      <header>${this.renderChips(state)}</header>
      ${this.renderBanner(state)}
      <main>
        <section class="col left">${this.renderLeft(state)}</section>
        <section class="col middle"><sweep-trace .unit=${state.unit} .recording=${state.recording}></sweep-trace></section>
        <section class="col">${this.renderResults(state)}</section>
      </main>`;
  }

  chip(style, name, words, extra = '') {
    return html`<div class="chip ${style}"><b>${name}</b><span>${words}${extra}</span></div>`;
  }

  // A broker may answer while the hub behind it does not: then nothing is receipted though something waits.
  hubWords({ hub, queue, now }) {
    if (!hub.connected) {
      return 'hub.lost';
    }
    const heard = Date.parse(hub.receiptAt ?? hub.since);
    const since = Math.max(heard, Date.parse(hub.since), queue.oldest ? Date.parse(queue.oldest) : 0);
    return queue.messages && Date.parse(now) - since > SILENT_MILLIS ? 'hub.silent' : 'hub.ok';
  }

  renderChips(state) {
    const { unit, queue, disk } = state;
    const hubWords = this.hubWords(state);
    const battery = unit.batteryPercent === null ? '' : ` · ${say('battery')} ${unit.batteryPercent}%`;
    const unitWords = !unit.connected ? 'unit.lost' : unit.announced ? 'unit.ok' : 'unit.quiet';
    const waiting = queue.exams ? say('queue.some', queue.exams, clock(queue.oldest)) : say('queue.none');
    const refused = queue.refused ? ` · ${say('queue.refused', queue.refused)}` : '';
    return html`
      ${this.chip(!unit.connected ? 'bad' : unit.announced ? '' : 'mid', say('unit'), say(unitWords), battery)}
      ${this.chip(hubWords === 'hub.ok' ? '' : 'mid', say('hub'), say(hubWords))}
      ${this.chip(`wide ${queue.refused ? 'bad' : queue.exams ? 'mid' : ''}`, say('queue'), waiting, refused)}
      ${disk.room === 'OK' ? '' : this.chip(disk.room === 'FULL' ? 'bad' : 'mid', say('disk'), say(`disk.${disk.room}`))}
      <button @click=${this.language}>${say('language')}</button>`;
  }

  renderBanner(state) {
    const off = Math.abs(state.hub.clockAheadMillis ?? 0);
    return html`
      ${this.contact ? '' : html`<div class="banner" role="alert">${say('agent.lost')}</div>`}
      ${state.alarm ? html`<div class="banner" role="alert"><p>${say('alarm')}</p><p>${say('alarm.do')}</p></div>` : ''}
      ${state.storeProblem ? html`<div class="banner" role="alert">${say('store.problem')}</div>` : ''}
      ${off > CLOCK_OFF_MILLIS ? html`<div class="banner mid">${say('clock.off', Math.round(off / 60_000))}</div>` : ''}`;
  }

  renderLeft(state) {
    const { recording, failure } = state;
    const problem = this.problem ? `error.${this.problem}` : failure && !recording ? `failure.${failure.why}` : '';
    const done = recording && recording.hertz ? recording.samples / recording.hertz : 0;
    return html`
      <patient-form ?disabled=${Boolean(recording)}></patient-form>
      <div class="grow"></div>
      ${problem ? html`<p class="warn" role="alert">${say(problem)}</p>` : ''}
      ${recording ? html`
        <progress max=${recording.seconds} value=${done}></progress>
        <button class="start stop" @click=${() => ask('/api/recording/stop')}>${say('stop')} ${done ? say('seconds', Math.floor(done), recording.seconds) : say('waiting')}</button>`
      : html`
        <button @click=${this.nextPatient}>${say('next')}</button>
        <div class="grow"></div>
        <button class="start" ?disabled=${!state.unit.connected} @click=${this.start}>${say('start')}</button>`}`;
  }

  renderResults(state) {
    const exam = this.exams.find((one) => one.examId === this.chosen) ?? this.exams[0];
    return html`
      <result-card .exam=${exam} ?online=${state.hub.connected}></result-card>
      <h2>${say('results')}</h2>
      <ul class="list">${this.exams.map((one) => this.renderRow(one))}</ul>`;
  }

  renderRow(exam) {
    const level = levelOf(exam);
    const words = level ? say(`level.${level}`) : say(exam.endedAt ? 'level.WAIT' : 'level.LIVE');
    return html`<li class=${level ?? ''}>
      <button aria-current=${exam.examId === this.chosen ? 'true' : 'false'} @click=${() => { this.chosen = exam.examId; }}>
        ${level ? shape(level) : ''}<span>${words}<br>${exam.patient.name ?? say('unknown.patient')}</span>
        <span class="when">${clock(exam.startedAt)}<br>${exam.storedAt ? '✓' : '…'}</span>
      </button></li>`;
  }
}

customElements.define('clinic-page', ClinicPage);
