// The clinic's page: four steps, one after the other, and what must be seen in each of them.
import { LitElement, html, css } from 'lit';
import { speak, other, say, clock } from '/words.js';
import { ask, get, listen } from '/desk.js';
import { look } from '/look.js';
import { listenForScans } from '/scanner.js';
import { audible, unlock, ring, chime } from '/alarm-sound.js';
import { did, levelOf, nameOf, repeatOf } from '/reading.js';
import { nobody, orderOf, patientOf } from '/patient-step.js';
import '/electrode-step.js';
import '/recording-step.js';
import '/result-step.js';
import '/print-sheet.js';

const CLOCK_OFF_MILLIS = 120_000;
const SILENT_MILLIS = 30_000;
const RENEW_MILLIS = 30_000;
const IDLE_MILLIS = 600_000;
const SETTLE_MILLIS = 500;
const REMINDED_FOR_MILLIS = 1_800_000;
const MOST_KEPT = 20;
const LANGUAGE = 'language';
const [PATIENT, ELECTRODES, RECORDING, RESULT] = [1, 2, 3, 4];

class ClinicPage extends LitElement {
  static properties = {
    state: { state: true }, exams: { state: true }, contact: { state: true }, problem: { state: true }, ready: { state: true }, step: { state: true },
    patient: { state: true }, used: { state: true }, asking: { state: true }, muted: { state: true }, identifying: { state: true }, settings: { state: true }, heard: { state: true }, now: { state: true }, printing: { state: true },
  };

  static styles = [look, css`
    :host { display: flex; flex-direction: column; gap: 8px; height: 100vh; padding: 8px 10px; box-sizing: border-box; }
    main { flex: 1; min-height: 0; }
    main > * { box-sizing: border-box; }
    header { display: flex; gap: 8px; align-items: stretch; }
    header button { min-height: 48px; }
    .chip { display: flex; gap: 8px; align-items: center; background: var(--card); border-radius: 10px; padding: 2px 12px; border-left: 6px solid var(--green); min-width: 0; min-height: 48px; box-sizing: border-box; }
    .chip b { font-weight: 600; white-space: nowrap; } .chip span { color: var(--soft); }
    .chip.bad { border-color: var(--red); } .chip.mid { border-color: var(--yellow); }
    .chip.wide { flex: 1; }
    nav { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; }
    nav button { min-height: 68px; font-size: 24px; font-weight: 700; display: flex; align-items: center; justify-content: center; gap: 10px; flex-wrap: wrap; line-height: 1.1; }
    nav button small { font-size: 18px; font-weight: 400; }
    nav button[aria-current=step] { background: var(--act); color: var(--on-act); border-color: var(--act); }
    nav button:disabled { background: var(--card); color: var(--soft); border-color: var(--line); }
    .banner { background: var(--red); color: var(--on-red); border-radius: 10px; padding: 8px 16px; font-size: 22px; font-weight: 600; display: flex; gap: 14px; align-items: center; }
    .banner div { flex: 1; }
    .banner.mid { background: var(--warn-ground); color: var(--warn); font-size: 20px; }
    .banner p { margin: 0; }
    /* Twice a second: seen from afar, and below the three flashes a second that can cause a seizure. Words never flash. */
    .banner.alarm { border: 6px solid var(--on-red); animation: frame 500ms steps(1) infinite; }
    @keyframes frame { 50% { border-color: var(--red); } }
    @media (prefers-reduced-motion: reduce) { .banner.alarm { animation: none; } }
    .ask { background: var(--card); border-radius: 12px; padding: 40px; height: 100%; display: flex; flex-direction: column; justify-content: center; gap: 20px; max-width: 900px; margin: 0 auto; }
    .ask h2 { font-size: 30px; text-align: center; }
    .ask button { min-height: 90px; font-size: 28px; }
    @media print { header, nav, main, .banner { display: none; } :host { height: auto; padding: 0; } }
    @media (max-width: 900px) { :host { height: auto; min-height: 100vh; } header { flex-wrap: wrap; } nav { grid-template-columns: 1fr 1fr; } nav button { min-width: 0; padding: 0 6px; } .chip.wide { flex: 1 1 100%; } }
  `];

  constructor() {
    super();
    this.exams = [];
    this.contact = true;
    this.step = PATIENT;
    this.patient = nobody();
    this.kept = new Map(); // the patient of an exam, for the repeat that its reading asks for
    this.begin();
  }

  async begin() {
    await speak(localStorage.getItem(LANGUAGE) ?? 'zh-CN');
    this.settings = await get('/api/settings');
    listen({
      onDesk: (desk) => this.take(desk),
      onLive: (frame) => this.part?.feed?.(frame),
      onElectrodes: (contact) => this.part?.electrodes?.(contact),
      onContact: (contact) => { this.contact = contact; },
    });
    listenForScans((code) => this.scanned(code));
    for (const touch of ['pointerdown', 'keydown']) {
      window.addEventListener(touch, () => this.touched(), { capture: true });
    }
    setInterval(() => this.look(), RENEW_MILLIS);
    setInterval(() => this.remind(), 1000);
    this.ready = true;
  }

  get part() {
    return this.renderRoot.querySelector('main > *');
  }

  async touched() {
    this.touchedAt = Date.now();
    if (!audible()) {
      await unlock();
      setTimeout(() => { this.heard = audible(); }, SETTLE_MILLIS); // what was touched must not move away under the finger
    }
  }

  // The unit goes on streaming while electrodes are placed; a patient whom nobody looks at any more is forgotten.
  look() {
    if (this.step === ELECTRODES) {
      ask('/api/preview', { on: true });
    }
    if (this.step === RESULT && Date.now() - (this.touchedAt ?? 0) > IDLE_MILLIS) {
      this.nextPatient();
    }
  }

  // The exam that asks to be repeated, unless the patient was recorded again; its time counts on the agent's clock.
  get repeat() {
    const recorded = (one, exam) => one.patient.name === exam.patient.name && one.patient.identityEnd === exam.patient.identityEnd;
    for (const [at, exam] of this.exams.entries()) {
      const due = repeatOf(exam, this.settings.protocol.repeat);
      if (due && this.now < due.from + REMINDED_FOR_MILLIS && !this.exams.slice(0, at).some((one) => recorded(one, exam))) {
        return { exam, due };
      }
    }
    return null;
  }

  remind() {
    const before = this.now;
    this.now = Date.now() + (this.ahead ?? 0);
    const due = this.state && this.repeat?.due;
    if (due && before < due.from && this.now >= due.from) {
      chime();
    }
  }

  // A recording that begins or ends takes the page with it; a red is shown at once.
  take({ state, exams }) {
    const before = this.state?.recording;
    const known = new Map(this.exams.map((exam) => [exam.examId, levelOf(exam)]));
    const red = exams.find((exam) => known.has(exam.examId) && levelOf(exam) === 'RED' && known.get(exam.examId) !== 'RED');
    this.state = state;
    this.exams = exams;
    this.ahead = Date.parse(state.now) - Date.now();
    this.now ??= Date.parse(state.now);
    if (state.recording && !before) {
      this.go(RECORDING);
    } else if (before && !state.recording) {
      this.show(exams.find((exam) => exam.examId === before.examId));
    } else if (red && this.step === RESULT) {
      this.show(red);
    }
    ring(Boolean(state.alarm) && state.alarm.examId !== this.muted);
  }

  show(exam) {
    this.go(exam ? RESULT : ELECTRODES);
    this.updateComplete.then(() => exam && this.part.choose?.(exam));
  }

  go(step) {
    if (this.step === ELECTRODES && step !== ELECTRODES && step !== RECORDING) {
      ask('/api/preview', { on: false });
    }
    this.step = step;
    this.asking = false;
    this.problem = '';
    if (step === ELECTRODES) {
      this.contact = true;
      ask('/api/preview', { on: true });
    }
  }

  // A patient who was recorded is never silently taken for the next one.
  wants(step) {
    const used = this.used && step <= ELECTRODES;
    this.identifying = null;
    if (used && step === PATIENT) {
      this.nextPatient();
    } else if (used) {
      this.asking = true;
    } else {
      this.go(step);
    }
  }

  again(exam) {
    const patient = this.kept.get(exam?.examId);
    if (patient) {
      this.patient = patient;
      this.used = false;
      this.go(ELECTRODES);
    } else {
      this.nextPatient();
    }
  }

  nextPatient() {
    this.patient = nobody();
    this.used = false;
    this.identifying = null;
    this.go(PATIENT);
    this.updateComplete.then(() => this.part.clear?.());
  }

  async scanned(code) {
    if (!this.state || this.state.recording) {
      return; // not before there is a form, and not into the patient who is being recorded
    }
    if (this.step !== PATIENT || (this.used && !this.identifying)) {
      this.nextPatient();
    }
    await this.updateComplete;
    this.part.scanned(code);
  }

  async patientDone() {
    const { patient } = this.part;
    if (this.identifying) {
      const answer = await ask(`/api/exams/${this.identifying.examId}/identify`, { patient: patientOf(patient), by: this.identifying.operator });
      this.problem = answer.error;
      if (!answer.error) {
        const exam = this.identifying;
        this.identifying = null;
        this.show(exam);
      }
      return;
    }
    this.patient = patient;
    this.go(ELECTRODES);
  }

  async identify(exam) {
    this.identifying = exam;
    this.step = PATIENT;
    await this.updateComplete;
    this.part.clear();
  }

  // Only as many as a reminder may still ask for: names and numbers are not to lie about in the page.
  keep(examId) {
    this.kept.set(examId, this.patient);
    if (this.kept.size > MOST_KEPT) {
      this.kept.delete(this.kept.keys().next().value);
    }
  }

  async record({ seconds }) {
    const answer = await ask('/api/recording/start', { ...orderOf(this.patient), seconds });
    this.problem = answer.error;
    if (answer.examId) {
      this.used = true;
      this.keep(answer.examId);
      this.go(RECORDING);
    } else {
      this.part.refused?.();
    }
  }

  async language() {
    localStorage.setItem(LANGUAGE, await speak(other()));
    this.requestUpdate();
    const parts = (root) => root.querySelectorAll('*').forEach((one) => {
      if (one.shadowRoot) {
        one.requestUpdate?.();
        parts(one.shadowRoot);
      }
    });
    parts(this.renderRoot);
  }

  render() {
    if (!this.ready || !this.state) {
      return html``;
    }
    const { state } = this;
    return html`
      <header>${this.renderChips(state)}</header>
      <nav aria-label=${say('steps')}>${this.renderSteps(state)}</nav>
      ${this.renderBanner(state)}
      <main>${this.asking ? this.renderAsking() : this.renderStep(state)}</main>
      ${this.printing ? html`<print-sheet .exam=${this.printing} .site=${state.site} @close=${() => { this.printing = null; }}></print-sheet>` : ''}`;
  }

  renderSteps({ recording }) {
    const { name, emergency } = this.patient;
    const who = this.step === PATIENT ? '' : name || (emergency ? say('unknown.patient') : '');
    return [PATIENT, ELECTRODES, RECORDING, RESULT].map((step) => html`<button aria-current=${step === this.step ? 'step' : 'false'}
      ?disabled=${recording ? step !== RECORDING : step === RECORDING} @click=${() => this.wants(step)}>${step} ${say(`step.${step}`)}${step === PATIENT && who ? html`<small>${who}</small>` : ''}</button>`);
  }

  renderStep(state) {
    switch (this.step) {
      case PATIENT: return html`<patient-step .settings=${this.settings} ?identifying=${Boolean(this.identifying)} @patient-done=${this.patientDone}></patient-step>`;
      case ELECTRODES: return html`<electrode-step .state=${state} .patient=${this.patient} .settings=${this.settings} @record=${(event) => this.record(event.detail)}></electrode-step>`;
      case RECORDING: return html`<recording-step .state=${state}></recording-step>`;
      default: return html`<result-step .exams=${this.exams} .settings=${this.settings} .cutShort=${state.cutShort} ?online=${state.hub.connected}
        @again=${(event) => this.again(event.detail.exam)} @next-patient=${this.nextPatient} @identify=${(event) => this.identify(event.detail.exam)} @print=${(event) => { this.printing = event.detail.exam; }}></result-step>`;
    }
  }

  renderAsking() {
    const { name } = this.patient;
    return html`<div class="ask" role="alertdialog" aria-label=${say('same.ask')}>
      <h2>${say('same.ask')}</h2>
      <button @click=${() => { this.used = false; this.go(ELECTRODES); }}>${say('same.yes', name || say('unknown.patient'))}</button>
      <button class="main" @click=${this.nextPatient}>${say('same.no')}</button>
    </div>`;
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
    const unitWords = !unit.connected ? (unit.auto ? 'unit.searching' : 'unit.lost') : unit.announced ? 'unit.ok' : 'unit.quiet';
    const found = unit.auto && unit.connected ? ` · ${say('unit.found', unit.model, unit.port.replace(/^.*\//, ''))}` : '';
    const waiting = queue.exams ? say('queue.some', queue.exams, clock(queue.oldest)) : say('queue.none');
    const refused = queue.refused ? ` · ${say('queue.refused', queue.refused)}` : '';
    return html`
      ${this.chip(!unit.connected ? 'bad' : unit.announced ? '' : 'mid', say('unit'), say(unitWords), `${found}${battery}`)}
      ${this.chip(hubWords === 'hub.ok' ? '' : 'mid', say('hub'), say(hubWords))}
      ${this.chip(`wide ${queue.refused ? 'bad' : queue.exams ? 'mid' : ''}`, say('queue'), waiting, refused)}
      ${disk.room === 'OK' ? '' : this.chip(disk.room === 'FULL' ? 'bad' : 'mid', say('disk'), say(`disk.${disk.room}`))}
      ${this.heard ? '' : html`<button @click=${this.touched}>${say('sound.off')}</button>`}
      <button class="language" @click=${this.language}>${say('language')}</button>`;
  }

  renderRepeat() {
    const repeat = this.state.recording ? null : this.repeat;
    if (!repeat) {
      return '';
    }
    const { exam, due } = repeat;
    const minutes = (millis) => `${Math.floor(millis / 60_000)}:${String(Math.floor((millis % 60_000) / 1000)).padStart(2, '0')}`;
    const name = nameOf(exam.patient) || say('unknown.patient');
    const words = this.now < due.from ? say('repeat.soon', name, minutes(due.from - this.now)) : this.now < due.to ? say('repeat.now', name) : say('repeat.late', name);
    return html`<div class="banner mid" role="status"><div>${words}</div><button @click=${() => this.again(exam)}>${say('repeat.go')}</button></div>`;
  }

  // A red that nobody here has seen stays in sight, whatever step the page is at; step 4 lists it anyhow.
  renderUnseen() {
    const [red, ...more] = this.step === RESULT ? [] : this.exams.filter((exam) => exam.endedAt && levelOf(exam) === 'RED' && !did(exam, 'SEEN'));
    if (!red) {
      return '';
    }
    const words = say('red.unseen', nameOf(red.patient) || say('unknown.patient'));
    return html`<div class="banner unseen" role="alert"><div>${words}${more.length ? ` · ${say('red.more', more.length)}` : ''}</div>
      ${this.state.recording ? '' : html`<button @click=${() => this.show(red)}>${say('red.show')}</button>`}</div>`;
  }

  mute(examId) {
    this.muted = examId;
    ring(false);
  }

  renderBanner(state) {
    const off = Math.abs(state.hub.clockAheadMillis ?? 0);
    const { failure, recording, alarm } = state;
    const problem = this.problem ? `error.${this.problem}` : failure && !recording && this.step === ELECTRODES ? `failure.${failure.why}` : '';
    return html`
      ${this.contact ? '' : html`<div class="banner" role="alert">${say('agent.lost')}</div>`}
      ${alarm ? html`<div class="banner alarm" role="alert"><div><p>${say('alarm')}</p><p>${say('alarm.do')}</p></div>
        ${this.muted === alarm.examId ? '' : html`<button @click=${() => this.mute(alarm.examId)}>${say('alarm.mute')}</button>`}</div>` : ''}
      ${this.renderUnseen()}
      ${state.storeProblem ? html`<div class="banner" role="alert">${say('store.problem')}</div>` : ''}
      ${problem ? html`<div class="banner mid" role="alert">${say(problem)}</div>` : ''}
      ${this.renderRepeat()}
      ${off > CLOCK_OFF_MILLIS ? html`<div class="banner mid">${say('clock.off', Math.round(off / 60_000))}</div>` : ''}`;
  }
}

customElements.define('clinic-page', ClinicPage);
