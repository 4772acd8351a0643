import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { duration, hubNow, secondsSince } from '../../clock.js';
import { onKey } from '../../keys.js';
import { shared } from '../shared-styles.js';

const RENEW_MS = 60000;
const REASONS = ['ELECTRODE_OFF', 'LEADS_SWAPPED', 'MUSCLE_NOISE', 'MAINS_HUM', 'BASELINE_WANDER', 'TOO_SHORT', 'WRONG_PATIENT', 'OTHER'];

/** Who reads this exam: claim it, take it over in the open, give it back, or send it back to the clinic. */
class EcgClaim extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    me: { attribute: false },
    examId: {},
    claim: { state: true },
    sending: { state: true },
    sent: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { display: inline-flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
      form { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
      .mine { color: var(--good); font-weight: 700; }
      .theirs { color: var(--red); font-weight: 700; }
    `,
  ];

  #hear = (event) =>
    event.detail.name === 'connected' || (event.detail.name === 'worklist' && event.detail.examId === this.examId) ? this.#look() : undefined;
  #keys = (event) => onKey(event, { c: () => this.#take(false) });
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    addEventListener('keydown', this.#keys);
    this.#timer = setInterval(() => this.#renew(), RENEW_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    removeEventListener('keydown', this.#keys);
    clearInterval(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('examId')) {
      this.claim = undefined;
      this.sending = this.sent = false;
      this.complaint = '';
      this.#look();
    }
  }

  get #live() {
    return this.claim && hubNow() < Date.parse(this.claim.until) ? this.claim : undefined;
  }

  get #mine() {
    return this.#live?.account === this.me?.name;
  }

  async #look() {
    await this.#do(async () => {
      this.claim = (await this.api.get(`/api/exams/${this.examId}/claim`, true)).claim;
    });
  }

  /** An open page keeps what is its reader's; one that lost it learns so. */
  #renew() {
    if (this.#mine) {
      this.#take(false);
    }
    this.requestUpdate();
  }

  async #take(takeOver) {
    if (!this.me?.rights.includes('HANDLE_CASES')) {
      return;
    }
    try {
      this.claim = await this.api.post(`/api/exams/${this.examId}/claim`, { takeOver });
      this.complaint = '';
    } catch (error) {
      this.claim = error.body?.claim ?? this.claim;
      this.complaint = error.status === 409 ? '' : words(this.t, error);
    }
  }

  #release = () =>
    this.#do(async () => {
      await this.api.post(`/api/exams/${this.examId}/release`);
      this.claim = undefined;
    });

  #sendBack = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    return this.#do(async () => {
      await this.api.post(`/api/exams/${this.examId}/repeat`, { reason: form.get('reason'), note: form.get('note') });
      this.sending = false;
      this.sent = true;
    });
  };

  async #do(action) {
    try {
      await action();
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    return html`
      ${this.#claimed()} ${this.#back()}
      <span role="alert">${this.complaint ? html`<span class="theirs">${this.complaint}</span>` : ''}</span>
    `;
  }

  #claimed() {
    const t = this.t;
    if (!this.me?.rights.includes('HANDLE_CASES')) {
      return '';
    }
    if (this.#mine) {
      return html`<span class="mine">${t('claim.mine')}</span><button @click=${this.#release}>${t('claim.release')}</button>`;
    }
    return this.#live
      ? html`<span class="theirs" role="status">${t('claim.by', { by: this.claim.by, time: duration(secondsSince(this.claim.since)) })}</span>
          <button @click=${() => this.#take(true)}>${t('claim.takeOver')}</button>`
      : html`<button @click=${() => this.#take(false)}>${t('claim.claim')}</button>`;
  }

  #back() {
    const t = this.t;
    if (!this.me?.rights.includes('SEND_BACK')) {
      return '';
    }
    if (this.sent) {
      return html`<span class="mine" role="status">${t('repeat.asked')}</span>`;
    }
    if (!this.sending) {
      return html`<button @click=${() => (this.sending = true)}>${t('repeat.start')}</button>`;
    }
    return html`<form @submit=${this.#sendBack}>
      <label>${t('repeat.reason')} <select name="reason">${REASONS.map((reason) => html`<option value=${reason}>${t(`repeat.${reason}`)}</option>`)}</select></label>
      <label>${t('repeat.note')} <input name="note" maxlength="200" /></label>
      <button class="primary">${t('repeat.send')}</button>
      <button type="button" @click=${() => (this.sending = false)}>${t('cancel')}</button>
    </form>`;
  }
}

customElements.define('ecg-claim', EcgClaim);
