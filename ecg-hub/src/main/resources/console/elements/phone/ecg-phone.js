import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { duration, secondsSince, timeOf } from '../../clock.js';
import { OpenedExam } from '../opened-exam.js';
import { shared } from '../shared-styles.js';
import '../ecg-level.js';
import './ecg-phone-answer.js';
import './ecg-phone-strip.js';
import './ecg-phone-talk.js';

const WAITING = ['PAGED', 'ACCEPTED'];

/** A critical case on the telephone of the on-call cardiologist: the ECG, the read-back, a word to the clinic, one column. */
class EcgPhone extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    me: { attribute: false },
    examId: {},
  };

  static styles = [
    shared,
    css`
      :host { --target: 44px; display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); font-size: 1rem; }
      header { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: center; }
      header a { display: inline-flex; align-items: center; min-height: 44px; min-width: 44px; color: var(--accent); }
      .who { font-weight: 700; font-size: 1.15rem; overflow-wrap: anywhere; }
      .wait { font-variant-numeric: tabular-nums; font-weight: 700; margin-left: auto; }
      .says { margin: 0; padding: 0; list-style: none; font-weight: 700; }
      .foot { display: flex; flex-wrap: wrap; gap: 8px 16px; }
      .foot a { display: inline-flex; align-items: center; min-height: 44px; color: var(--accent); }
      p { margin: 0; }
    `,
  ];

  #opened = new OpenedExam(this);

  connectedCallback() {
    super.connectedCallback();
    this.tick = setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.tick);
  }

  get exam() {
    return this.#opened.exam;
  }

  render() {
    const { t, exam } = this;
    const { failure, waveform, trouble } = this.#opened;
    return html`
      <div role="alert">${failure ? html`<p class="problem">${words(t, failure)}</p>` : ''}</div>
      ${exam
        ? html`${this.#head()} ${this.#says()}
            <ecg-phone-strip .t=${t} .waveform=${waveform} .reading=${exam.reading} .trouble=${trouble}></ecg-phone-strip>
            ${this.#answer()} ${this.#foot()}`
        : ''}
    `;
  }

  #head() {
    const { t, exam } = this;
    const { patient } = exam;
    const critical = exam.case;
    return html`
      <header>
        <a href="#/" aria-label=${t('case.back')}>←</a>
        <h1><ecg-level .t=${t} .level=${exam.reading?.level} ?hard=${exam.reading?.hard}></ecg-level></h1>
        ${exam.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}
        ${critical && WAITING.includes(critical.state)
          ? html`<span class="wait">${t('dispatch.waited', { time: duration(secondsSince(critical.pagedAt)) })}</span>`
          : ''}
      </header>
      <p>
        <span class="who">${patient.name ?? t('name.unknown')}</span>
        ${t(`sex.${patient.sex}`)} ${patient.ageYears === undefined ? t('age.unknown') : t('age', { age: patient.ageYears })} ·
        ${exam.site} · ${exam.code}
        ${exam.symptoms.map((one) => html`<span class="chip symptom">${t(`symptom.${one}`)}</span> `)}
      </p>
    `;
  }

  #says() {
    const { t, exam } = this;
    const red = (exam.reading?.findings ?? []).filter((one) => one.level === 'RED');
    return html`
      <ul class="says">${red.map((one) => html`<li>${t.either(one)}</li>`)}</ul>
      <p class="warning">${exam.case?.acknowledgedBy
        ? t('phone.readBack', { by: exam.case.acknowledgedBy, time: timeOf(exam.case.acknowledgedAt, t.language) })
        : t('case.unconfirmed')}</p>
      ${exam.state === 'DAMAGED' ? html`<p class="problem">${t('case.damaged')}</p>` : ''}
    `;
  }

  #answer() {
    const critical = this.exam.case;
    if (!critical || critical.state === 'CLOSED' || !this.me.rights.includes('HANDLE_CASES')) {
      return '';
    }
    return html`
      <ecg-phone-answer .t=${this.t} .api=${this.api} .exam=${this.exam} @done=${() => this.#opened.refresh()}></ecg-phone-answer>
      <ecg-phone-talk .t=${this.t} .api=${this.api} .exam=${this.exam}></ecg-phone-talk>
    `;
  }

  #foot() {
    return html`<p class="foot"><a href=${`#/exam/${this.examId}`}>${this.t('phone.whole')}</a></p>`;
  }
}

customElements.define('ecg-phone', EcgPhone);
