// Step 1: who the patient is and how they feel; everything may stay empty.
import { LitElement, html, css } from 'lit';
import { say, clock } from '/words.js';
import { ask } from '/desk.js';
import { look } from '/look.js';

const SYMPTOMS = ['chestPain', 'syncope', 'dyspnoea', 'shock'];
const ONSETS = [['onset.now', 0], ['onset.30m', 30], ['onset.1h', 60], ['onset.3h', 180], ['onset.12h', 720]];
const ID_LENGTH = 18;

export const nobody = () => ({
  name: '', identityNumber: '', sex: 'UNKNOWN', age: '', emergency: false, symptoms: {}, onset: null, oxygen: '', systolic: '', diastolic: '',
});

const whole = (text) => (text === '' ? null : Number(text));

// The patient as the calls of the agent take them.
export const patientOf = ({ name, identityNumber, sex, age, emergency }) => (emergency && !name && !identityNumber
  ? { sex, ageYears: whole(age) } : { name, identityNumber, sex, ageYears: whole(age) });

// The body of the start call.
export const orderOf = (patient) => ({
  patient: patientOf(patient), symptoms: patient.symptoms, emergency: patient.emergency,
  bedside: { onset: patient.onset, oxygenPercent: whole(patient.oxygen), systolicMmHg: whole(patient.systolic), diastolicMmHg: whole(patient.diastolic) },
});

export class PatientStep extends LitElement {
  static properties = {
    patient: { state: true }, problem: { state: true }, notice: { state: true }, settings: { attribute: false }, identifying: { type: Boolean },
  };

  static styles = [look, css`
    :host { display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) minmax(0, 1fr); gap: 14px; height: 100%; }
    section { background: var(--card); border-radius: 12px; padding: 16px; overflow: auto; }
    .emergency { width: 100%; min-height: 76px; font-size: 26px; margin-bottom: 14px; }
    .field { margin-bottom: 10px; }
    .age { max-width: 130px; }
    .row .field { min-width: 0; }
    .symptoms { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; margin-bottom: 14px; }
    .symptoms button { min-height: 76px; font-size: 26px; }
    .symptoms button[aria-pressed=true] { background: var(--red); border-color: var(--red); color: var(--on-red); }
    .onsets button { padding: 0 10px; }
    footer { grid-column: 1 / -1; display: flex; gap: 14px; justify-content: flex-end; align-items: center; }
    footer .main { min-width: 340px; }
    footer p { margin: 0; flex: 1; }
    :host([identifying]) { grid-template-columns: minmax(0, 1fr); }
    @media (max-width: 900px) { :host { display: flex; flex-direction: column; height: auto; } .symptoms button { font-size: 22px; overflow-wrap: anywhere; } footer { flex-wrap: wrap; } footer p { flex: 1 1 100%; } footer .main { flex: 1; min-width: 0; } }
  `];

  constructor() {
    super();
    this.clear();
  }

  clear() {
    this.patient = nobody();
    this.problem = '';
    this.notice = '';
  }

  // The same patient again: nothing is asked anew.
  take(patient) {
    this.patient = { ...patient, symptoms: { ...patient.symptoms } };
  }

  change(change) {
    this.patient = { ...this.patient, ...change };
  }

  async identity(text) {
    const number = text.trim();
    this.problem = '';
    this.change({ identityNumber: number });
    if (number.length === ID_LENGTH) {
      this.checked(await ask('/api/identity', { number }), number);
    }
  }

  checked(check, number) {
    if (this.patient.identityNumber !== number) {
      return; // another number was written meanwhile
    }
    if (check.valid) {
      this.change({ identityNumber: check.number, sex: check.sex, age: String(check.ageYears) });
    }
    this.problem = check.valid ? '' : check.problem ?? '';
  }

  // What a scanner typed: an identity number, or the code of a health card.
  async scanned(code) {
    const number = code.match(/[1-9]\d{16}[\dXx]/)?.[0];
    this.notice = '';
    if (number) {
      await this.identity(number);
      this.notice = this.problem ? '' : 'scan.identity';
    } else if (this.settings?.cardReader) {
      await this.readCard(code);
    } else {
      this.change({ identityNumber: code, emergency: false });
      this.problem = '';
      this.notice = 'scan.card';
    }
  }

  async readCard(code = '') {
    this.notice = 'card.reading';
    const card = await ask('/api/card', { code });
    if (card.error) {
      this.notice = `card.${card.error}`;
      this.cardWords = card.message;
      return;
    }
    this.notice = 'card.read';
    this.cardWords = '';
    this.change({
      emergency: false, name: card.name || this.patient.name, identityNumber: card.valid ? card.number : card.cardNumber,
      sex: card.valid ? card.sex : card.cardSex, age: card.valid ? String(card.ageYears) : this.patient.age,
    });
    this.problem = !card.valid && card.cardNumber.length === ID_LENGTH ? card.problem : '';
  }

  onset(minutes) {
    this.change({ onset: new Date(Date.now() - minutes * 60_000).toISOString(), onsetMinutes: minutes });
  }

  emergency() {
    this.change({ emergency: true, name: '', identityNumber: '' });
    this.problem = '';
    this.next();
  }

  next() {
    this.dispatchEvent(new CustomEvent('patient-done', { bubbles: true, composed: true }));
  }

  get ok() {
    const { systolic, diastolic, name, identityNumber } = this.patient;
    return !this.problem && (!this.identifying || name.trim() || identityNumber) && (!systolic || !diastolic || Number(diastolic) < Number(systolic))
      && [...this.renderRoot.querySelectorAll('input')].every((input) => input.validity.valid);
  }

  pressed(on, label, act, style = '') {
    return html`<button class=${style} aria-pressed=${on ? 'true' : 'false'} @click=${act}>${label}</button>`;
  }

  number(label, key, min, max) {
    return html`<label class="field">${say(label)}<input type="number" inputmode="numeric" min=${min} max=${max} .value=${this.patient[key]} @input=${(event) => this.change({ [key]: event.target.value })}></label>`;
  }

  render() {
    return html`${this.renderWho()}${this.identifying ? '' : this.renderHow()}
      <footer>
        <p class=${this.notice.startsWith('card.') && this.cardWords !== '' ? 'warn' : 'soft'} role="status">${this.notice ? `${say(this.notice)} ${this.cardWords ?? ''}` : ''}</p>
        ${this.identifying ? '' : html`<button @click=${this.clear}>${say('patient.clear')}</button>`}
        <button class="main" ?disabled=${Boolean(this.problem) || (this.identifying && !this.patient.name.trim() && !this.patient.identityNumber)} @click=${() => this.ok && this.next()}>${say(this.identifying ? 'identify.done' : 'patient.next')}</button>
      </footer>`;
  }

  renderWho() {
    const { name, identityNumber, sex, age, emergency } = this.patient;
    return html`<section>
      ${this.identifying ? '' : html`<button class="danger emergency" aria-pressed=${emergency ? 'true' : 'false'} @click=${this.emergency}>${say('emergency')}</button>`}
      <label class="field">${say('identity')}<input id="identity" .value=${identityNumber} maxlength="100" inputmode="text" autocomplete="off" aria-invalid=${this.problem ? 'true' : 'false'} @input=${(event) => this.identity(event.target.value)}></label>
      ${this.problem ? html`<p class="warn" role="alert">${say(`identity.${this.problem}`)}</p>` : html`<p class="soft">${say('scan.hint')}</p>`}
      <div class="row field">
        ${this.settings?.cardReader ? html`<button @click=${() => this.readCard()}>${say('card.read.now')}</button>` : ''}
      </div>
      <label class="field">${say('name')}<input id="name" .value=${name} maxlength="50" autocomplete="off" @input=${(event) => this.change({ name: event.target.value })}></label>
      <div class="row">
        ${['MALE', 'FEMALE'].map((one) => this.pressed(sex === one, say(one), () => this.change({ sex: sex === one ? 'UNKNOWN' : one })))}
        <input class="age" type="number" inputmode="numeric" min="0" max="130" placeholder=${say('age')} aria-label=${say('age')} .value=${age} @input=${(event) => this.change({ age: event.target.value })}>
      </div>
    </section>`;
  }

  renderHow() {
    const { symptoms, onset, onsetMinutes } = this.patient;
    return html`<section>
      <h2>${say('symptoms')}</h2>
      <div class="symptoms">
        ${SYMPTOMS.map((one) => this.pressed(symptoms[one], say(one), () => this.change({ symptoms: { ...symptoms, [one]: !symptoms[one] } })))}
      </div>
      <h3>${say('onset')} ${onset ? clock(onset) : ''}</h3>
      <div class="row onsets field">
        ${ONSETS.map(([word, minutes]) => this.pressed(onset && onsetMinutes === minutes, say(word), () => (onsetMinutes === minutes && onset ? this.change({ onset: null }) : this.onset(minutes))))}
      </div>
      <h3>${say('bedside')}</h3>
      <div class="row">${this.number('oxygen', 'oxygen', 30, 100)}${this.number('systolic', 'systolic', 30, 300)}${this.number('diastolic', 'diastolic', 10, 200)}</div>
    </section>`;
  }
}

customElements.define('patient-step', PatientStep);
