import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { duration, secondsSince, timeOf } from '../../clock.js';
import { parseWaveform } from '../../ecg/waveform.js';
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
    exam: { state: true },
    waveform: { state: true },
    complaint: { state: true },
    trouble: { state: true },
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

  #hear = (event) => {
    const { name, examId } = event.detail;
    if (name === 'connected' || (examId === this.examId && name !== 'chunk')) {
      this.refresh(true);
    }
  };

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.tick = setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    clearInterval(this.tick);
  }

  willUpdate(changed) {
    if (changed.has('examId')) {
      this.exam = this.waveform = undefined;
      this.complaint = this.trouble = '';
      this.refresh();
    }
  }

  /** @param background true when nobody's hand asked for it */
  async refresh(background = false) {
    const examId = this.examId;
    try {
      const exam = await this.api.get(`/api/exams/${examId}`, background === true);
      if (examId === this.examId) {
        this.exam = exam;
        this.complaint = '';
      }
    } catch (error) {
      this.complaint = words(this.t, error);
      return;
    }
    if (this.exam.state !== 'ARRIVING' && !this.waveform) {
      await this.#fetchWaveform(examId);
    }
  }

  async #fetchWaveform(examId) {
    try {
      const waveform = parseWaveform(await this.api.bytes(`/api/exams/${examId}/waveform`));
      if (examId === this.examId) {
        this.waveform = waveform;
      }
    } catch (error) {
      this.trouble = error.message;
    }
  }

  render() {
    const { t, exam } = this;
    return html`
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      ${exam
        ? html`${this.#head()} ${this.#says()}
            <ecg-phone-strip .t=${t} .waveform=${this.waveform} .reading=${exam.reading} .trouble=${this.trouble}></ecg-phone-strip>
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
      <ecg-phone-answer .t=${this.t} .api=${this.api} .exam=${this.exam} @done=${() => this.refresh()}></ecg-phone-answer>
      <ecg-phone-talk .t=${this.t} .api=${this.api} .exam=${this.exam}></ecg-phone-talk>
    `;
  }

  #foot() {
    return html`<p class="foot"><a href=${`#/exam/${this.examId}`}>${this.t('phone.whole')}</a></p>`;
  }
}

customElements.define('ecg-phone', EcgPhone);
