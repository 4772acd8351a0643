// Who the patient is and how they feel; everything may stay empty.
import { LitElement, html, css } from 'lit';
import { say } from '/words.js';
import { readIdentity } from '/desk.js';

const SYMPTOMS = ['chestPain', 'syncope', 'dyspnoea', 'shock'];
const EMPTY = { name: '', identityNumber: '', sex: 'UNKNOWN', age: '', emergency: false, symptoms: {} };

export class PatientForm extends LitElement {
  static properties = { patient: { state: true }, disabled: { type: Boolean } };

  static styles = css`
    :host { display: block; }
    h2 { font-size: 20px; margin: 0 0 6px; }
    label { display: block; margin: 0 0 8px; color: var(--soft); }
    input { font: inherit; font-size: 20px; width: 100%; min-height: 48px; box-sizing: border-box; padding: 4px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); }
    .row { display: flex; gap: 8px; margin-bottom: 8px; }
    .row > * { flex: 1; margin: 0; }
    .row .age { flex: 0 0 84px; }
    button { font: inherit; min-height: 48px; padding: 0 8px; border-radius: 8px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
    button[aria-pressed=true] { background: var(--act); color: var(--on-act); border-color: var(--act); font-weight: 600; }
    .symptoms { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
    .symptoms button[aria-pressed=true], .emergency[aria-pressed=true] { background: var(--red); border-color: var(--red); color: var(--on-red); }
    .emergency { width: 100%; margin-bottom: 10px; }
    .warn { color: var(--warn); margin: 0 0 8px; }
    :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
  `;

  constructor() {
    super();
    this.clear();
  }

  clear() {
    this.patient = { ...EMPTY, symptoms: {} };
  }

  // The body of the start call.
  get order() {
    const { name, identityNumber, sex, age, emergency, symptoms } = this.patient;
    const known = emergency ? { sex } : { name, identityNumber, sex, ageYears: age === '' ? null : Number(age) };
    return { patient: known, symptoms, emergency };
  }

  change(change) {
    this.patient = { ...this.patient, ...change };
  }

  identity(number) {
    const read = readIdentity(number);
    this.change({ identityNumber: number, ...(read.sex ? { sex: read.sex, age: String(read.age) } : {}) });
  }

  pressed(on, label, act, style = '') {
    return html`<button class=${style} aria-pressed=${on ? 'true' : 'false'} ?disabled=${this.disabled} @click=${act}>${label}</button>`;
  }

  render() {
    const { name, identityNumber, sex, age, emergency, symptoms } = this.patient;
    const bad = identityNumber.length === 18 && !readIdentity(identityNumber).valid;
    return html`
      ${this.pressed(emergency, say(emergency ? 'emergency.on' : 'emergency'), () => this.change({ emergency: !emergency }), 'emergency')}
      ${emergency ? '' : html`
        <label>${say('name')}<input .value=${name} maxlength="50" autocomplete="off" ?disabled=${this.disabled} @input=${(event) => this.change({ name: event.target.value })}></label>
        <label>${say('identity')}<input .value=${identityNumber} maxlength="18" inputmode="numeric" autocomplete="off" ?disabled=${this.disabled} @input=${(event) => this.identity(event.target.value.trim())}></label>
        ${bad ? html`<p class="warn" role="alert">${say('identity.bad')}</p>` : ''}`}
      <div class="row">
        ${['MALE', 'FEMALE'].map((one) => this.pressed(sex === one, say(one), () => this.change({ sex: sex === one ? 'UNKNOWN' : one })))}
        ${emergency ? '' : html`<input class="age" type="number" min="0" max="130" placeholder=${say('age')} aria-label=${say('age')} .value=${age} ?disabled=${this.disabled} @input=${(event) => this.change({ age: event.target.value })}>`}
      </div>
      <h2>${say('symptoms')}</h2>
      <div class="symptoms">
        ${SYMPTOMS.map((one) => this.pressed(symptoms[one], say(one), () => this.change({ symptoms: { ...symptoms, [one]: !symptoms[one] } })))}
      </div>`;
  }
}

customElements.define('patient-form', PatientForm);
