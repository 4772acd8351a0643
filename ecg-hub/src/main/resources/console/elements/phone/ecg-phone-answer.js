import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';
import { findingOptions, identifierQuestions } from './choices.js';

const WAITING = ['PAGED', 'ACCEPTED'];
const DISPOSITIONS = ['TRANSFER', 'CALL_120', 'THROMBOLYSIS', 'OBSERVE', 'REFUSED'];

/** The read-back by three touches: two identifiers, then the finding, which sends it. Afterwards the disposition. Fires `done`. */
class EcgPhoneAnswer extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    exam: { attribute: false },
    said: { state: true },
    complaint: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      section { display: grid; gap: 8px; }
      fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; min-width: 0; }
      legend { font-weight: 700; margin-bottom: 4px; padding: 0; }
      button { min-height: 48px; min-width: 48px; font-size: 1.05rem; overflow-wrap: anywhere; text-align: left; }
      button[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 700; }
      .findings button { width: 100%; }
      .done { color: var(--good); font-weight: 700; }
      p { margin: 0; }
    `,
  ];

  constructor() {
    super();
    this.said = {};
  }

  willUpdate(changed) {
    if (changed.has('exam') && changed.get('exam') && changed.get('exam').id !== this.exam.id) {
      this.said = {};
      this.complaint = '';
    }
  }

  render() {
    const { t } = this;
    const critical = this.exam.case;
    return html`
      <section class="box">
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        ${WAITING.includes(critical.state) ? this.#readBack(critical) : this.#disposition(critical)}
        ${critical.state === 'PAGED'
          ? html`<button ?disabled=${this.busy} @click=${() => this.#post('accept')}>${t('phone.accept')}</button>`
          : ''}
        ${critical.state === 'ACCEPTED'
          ? html`<p>${t('case.accepted', { by: critical.acceptedBy, time: timeOf(critical.acceptedAt, t.language) })}</p>`
          : ''}
      </section>
    `;
  }

  #readBack(critical) {
    const { t } = this;
    const questions = identifierQuestions(this.exam, critical.identifiers);
    const ready = questions.every((one) => this.said[one.kind] !== undefined);
    return html`
      <h2>${t('phone.readBack.title')}</h2>
      ${questions.map(
        (one) => html`<fieldset data-identifier=${one.kind}>
          <legend>${t(`identifier.${one.kind}`)}</legend>
          ${one.options.map(
            (option) => html`<button aria-pressed=${this.said[one.kind] === option} data-option=${option}
              @click=${() => (this.said = { ...this.said, [one.kind]: option })}>${option}</button>`,
          )}
        </fieldset>`,
      )}
      <fieldset class="findings">
        <legend>${t('phone.finding')}</legend>
        ${findingOptions(this.exam, critical.answerable).map(
          (rule) => html`<button data-rule=${rule} ?disabled=${this.busy || !ready}
            @click=${() => this.#post('acknowledge', { identifiers: this.said, rule })}>${t(`finding.${rule}`)}</button>`,
        )}
      </fieldset>
    `;
  }

  #disposition(critical) {
    const { t } = this;
    return critical.state === 'DISPOSED'
      ? html`<p class="done">✓ ${t(`disposition.${critical.disposition}`)} · ${critical.disposedBy}</p>`
      : html`<fieldset>
          <legend>${t('phone.disposition')}</legend>
          ${DISPOSITIONS.map(
            (what) => html`<button data-what=${what} ?disabled=${this.busy}
              @click=${() => this.#post('disposition', { what, note: '' })}>${t(`disposition.${what}`)}</button>`,
          )}
        </fieldset>`;
  }

  async #post(step, body = {}) {
    this.busy = true;
    this.complaint = '';
    try {
      await this.api.post(`/api/cases/${this.exam.case.id}/${step}`, body);
      this.dispatchEvent(new Event('done'));
    } catch (error) {
      this.said = {};
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-phone-answer', EcgPhoneAnswer);
