// Words between clinic and centre about an exam, one tap each, and the promise of a call.
import { LitElement, html, css } from 'lit';
import { say, line, clock } from '/words.js';
import { ask } from '/desk.js';
import { look } from '/look.js';
import { did } from '/reading.js';

const LATE_MILLIS = 300_000;

export class ClinicTalk extends LitElement {
  static properties = { exam: { attribute: false }, settings: { attribute: false }, open: { state: true }, now: { state: true } };

  static styles = [look, css`
    :host { display: block; }
    .words { border-left: 5px solid var(--act); padding: 2px 10px; margin: 8px 0; }
    .ours { border-color: var(--line); }
    .phrases { display: flex; flex-wrap: wrap; gap: 8px; }
    .phrases button { flex: 1 1 auto; }
    form { display: flex; gap: 8px; margin-top: 8px; } form button { flex: none; }
    .call { display: flex; gap: 10px; align-items: center; } .call p { flex: 1; margin: 0; }
  `];

  connectedCallback() {
    super.connectedCallback();
    this.now = Date.now();
    this.clockwork = setInterval(() => { this.now = Date.now(); }, 1000);
  }

  disconnectedCallback() {
    clearInterval(this.clockwork);
    super.disconnectedCallback();
  }

  tell(action, words = '') {
    return ask(`/api/exams/${this.exam.examId}/confirm`, { action, words, by: this.exam.operator });
  }

  send(event) {
    event.preventDefault();
    const input = event.target.elements.text;
    if (input.value.trim()) {
      this.tell('SAID', input.value.trim());
      input.value = '';
    }
  }

  get thread() {
    const theirs = this.exam.messages.map((one) => ({ at: one.at, by: one.sender, text: one.text, ours: false }));
    const ours = this.exam.confirmed.filter((one) => one.action === 'SAID').map((one) => ({ at: one.at, by: one.by, text: one.words, ours: true }));
    return [...theirs, ...ours].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }

  // The last wish to be called that nobody has answered.
  get waiting() {
    const calls = this.exam.confirmed.filter((one) => one.action === 'CALL_BACK' || one.action === 'CALLED_BACK');
    const last = calls[calls.length - 1];
    return last?.action === 'CALL_BACK' ? last : null;
  }

  render() {
    return html`
      ${this.thread.map((one) => html`<p class="words ${one.ours ? 'ours' : ''}"><span class="soft">${one.by} ${clock(one.at)}</span><br>${one.text}</p>`)}
      ${this.renderCall()}
      ${this.open ? html`
        <div class="phrases">${this.settings.protocol.phrases.map((one) => html`<button @click=${() => this.tell('SAID', line(one))}>${line(one)}</button>`)}</div>
        <form @submit=${this.send}><input name="text" maxlength="200" autocomplete="off" aria-label=${say('talk.write')} placeholder=${say('talk.write')}><button>${say('talk.send')}</button></form>`
      : html`<button @click=${() => { this.open = true; }}>${say('talk')}</button>`}`;
  }

  get late() {
    const { centrePhone } = this.settings;
    return centrePhone ? say('call.late', centrePhone) : say('call.late.again');
  }

  renderCall() {
    const asked = this.waiting;
    if (!asked) {
      const called = did(this.exam, 'CALLED_BACK');
      return html`<p><button @click=${() => this.tell('CALL_BACK', this.settings.clinicPhone)}>${say('call.ask')}</button> ${called ? html`<span class="soft">${say('call.done', clock(called.at))}</span>` : ''}</p>`;
    }
    const millis = Math.max(0, this.now - Date.parse(asked.at));
    const time = `${Math.floor(millis / 60_000)}:${String(Math.floor((millis % 60_000) / 1000)).padStart(2, '0')}`;
    const late = millis > LATE_MILLIS;
    return html`<div class="call ${late ? 'warn' : ''}">
      <p role=${late ? 'alert' : 'status'}>${say('call.waiting', time)} ${late ? this.late : ''}</p>
      <button @click=${() => this.tell('CALLED_BACK')}>${say('call.came')}</button>
    </div>`;
  }
}

customElements.define('clinic-talk', ClinicTalk);
