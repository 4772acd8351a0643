import { LitElement, css, html } from 'lit';
import { words } from '../api.js';
import { timeOf } from '../clock.js';
import { parseWaveform } from '../ecg/waveform.js';
import { onKey } from '../keys.js';
import { shared } from './shared-styles.js';
import './ecg-disposition.js';
import './ecg-level.js';
import './ecg-read-back.js';
import './ecg-timeline.js';
import './report/ecg-overread.js';
import './viewer/ecg-findings.js';
import './viewer/ecg-live.js';
import './viewer/ecg-measurements.js';
import './viewer/ecg-viewer.js';
import './worklist/ecg-claim.js';

const WAITING = ['PAGED', 'ACCEPTED'];

/** One exam with its ECG, what the engine found, and the critical case when there is one. */
class EcgCase extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    me: { attribute: false },
    examId: {},
    exam: { state: true },
    waveform: { state: true },
    trouble: { state: true },
    lit: { state: true },
    complaint: { state: true },
    report: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; margin-bottom: 6px; }
      .who { font-weight: 700; font-size: 1.1rem; }
      .facts { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 0.88rem; }
      .unconfirmed { background: var(--amber-ground); color: var(--amber); border: 2px solid var(--amber-mark); border-radius: 6px; font-weight: 700; padding: 1px 10px; }
      .confirmed { color: var(--good); font-weight: 700; }
      .body { display: grid; grid-template-columns: minmax(0, 1fr) 316px; gap: 10px; align-items: start; margin-top: 6px; }
      .accepted { margin: 0; }
      .side { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; }
      ecg-viewer, ecg-live { position: sticky; top: 4px; min-width: 0; }
      @media (max-width: 1100px) {
        .body { grid-template-columns: minmax(0, 1fr); }
        ecg-viewer, ecg-live { position: static; }
      }
    `,
  ];

  #hear = (event) => {
    const { name, examId } = event.detail;
    if (name === 'connected' || (examId === this.examId && name !== 'chunk')) {
      this.refresh(true);
      this.renderRoot.querySelector('ecg-overread')?.refresh();
    }
  };
  #keys = (event) =>
    onKey(event, {
      a: () => (this.#waiting ? this.#accept() : false), // once the case is accepted, A belongs to the overread
      escape: () => (location.hash = '#/'),
    });

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    removeEventListener('keydown', this.#keys);
  }

  willUpdate(changed) {
    if (changed.has('examId')) {
      this.exam = this.waveform = this.lit = this.report = undefined;
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
        this.trouble = '';
      }
    } catch (error) {
      this.trouble = error.message;
    }
  }

  render() {
    const t = this.t;
    return html`
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      ${this.exam ? html`${this.#head()}${this.#body()}` : html`<a href="#/">${t('case.back')}</a>`}
    `;
  }

  #head() {
    const t = this.t;
    const { exam } = this;
    const { patient } = exam;
    const fact = (word, value) => (value ? html`<span><span class="muted">${t(word)}</span> ${value}</span>` : '');
    return html`
      <div class="head">
        <a href="#/">← ${t('case.back')}</a>
        <h1><ecg-level .t=${t} .level=${exam.reading?.level} ?hard=${exam.reading?.hard}></ecg-level></h1>
        ${exam.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}
        <span class="who">${patient.name ?? t('name.unknown')}</span>
        <span>${t(`sex.${patient.sex}`)} ${patient.ageYears === undefined ? t('age.unknown') : t('age', { age: patient.ageYears })}</span>
        ${exam.symptoms.map((one) => html`<span class="chip symptom">${t(`symptom.${one}`)}</span>`)}
        ${this.#confirmation()}
        <ecg-claim .t=${t} .api=${this.api} .feed=${this.feed} .me=${this.me} .examId=${this.examId}></ecg-claim>
      </div>
      <div class="facts">
        ${fact('case.code', exam.code)} ${fact('case.identity', patient.identityNumber)} ${fact('case.site', exam.site)}
        ${fact('case.unit', `${exam.unit} (${exam.unitModel})`)} ${fact('case.operator', exam.operator)}
        ${fact('case.started', timeOf(exam.startedAt, t.language))} ${fact('case.received', timeOf(exam.receivedAt, t.language))}
      </div>
      ${exam.state === 'DAMAGED' ? html`<p class="problem">${t('case.damaged')}</p>` : ''}
    `;
  }

  #confirmation() {
    const critical = this.exam.case;
    const signed = this.report?.versions.at(-1);
    return html`
      ${signed?.complete
        ? html`<span class="confirmed">✓ ${this.t('case.signed', { by: signed.signatures[0].name })}</span>`
        : html`<span class="unconfirmed">${this.t('case.unconfirmed')}</span>`}
      ${critical?.acknowledgedBy
        ? html`<span class="confirmed">✓ ${this.t('case.confirmed', { by: critical.acknowledgedBy })}</span>`
        : ''}
    `;
  }

  #body() {
    const { t, exam } = this;
    return html`
      <div class="body">
        ${exam.state === 'ARRIVING'
          ? html`<ecg-live .t=${t} .api=${this.api} .feed=${this.feed} .examId=${exam.id}></ecg-live>`
          : html`<ecg-viewer .t=${t} .api=${this.api} .examId=${exam.id} .startedAt=${exam.startedAt} .reading=${exam.reading} .waveform=${this.waveform}
              .trouble=${this.trouble} .lit=${this.lit}></ecg-viewer>`}
        <div class="side">
          ${this.#acceptance()}
          ${exam.withheld ? '' : html`<ecg-findings .t=${t} .reading=${exam.reading} @lit=${(event) => (this.lit = event.detail)}></ecg-findings>`}
          ${this.#readBack()}
          ${exam.state === 'ARRIVING'
            ? ''
            : html`<ecg-overread .t=${t} .api=${this.api} .me=${this.me} .examId=${exam.id} .critical=${exam.case}
                @report=${this.#reported} @changed=${() => this.refresh()}></ecg-overread>`}
          ${exam.withheld ? '' : html`<ecg-measurements .t=${t} .measurements=${exam.reading?.measurements}></ecg-measurements>`}
          <ecg-timeline .t=${t} .steps=${exam.timeline}></ecg-timeline>
        </div>
      </div>
    `;
  }

  /** The case while nobody has read it back; undefined afterwards, and for an exam without one. */
  get #open() {
    const critical = this.exam?.case;
    return critical && WAITING.includes(critical.state) ? critical : undefined;
  }

  /** A case that nobody has accepted yet, and that this person may. */
  get #waiting() {
    return this.#open && !this.#open.acceptedBy && this.me.rights.includes('HANDLE_CASES');
  }

  #reported(event) {
    const shownNow = this.exam?.withheld && !event.detail.withheld;
    this.report = event.detail;
    if (shownNow) {
      this.refresh(); // the reader has written his own: what the machine said comes with the exam
    }
  }

  #acceptance() {
    const { t } = this;
    const open = this.#open;
    if (!open || !this.me.rights.includes('HANDLE_CASES')) {
      return '';
    }
    return open.acceptedBy
      ? html`<p class="box accepted">${t('case.accepted', { by: open.acceptedBy, time: timeOf(open.acceptedAt, t.language) })}</p>`
      : html`<button class="urgent" @click=${this.#accept}>${t('case.accept')}</button>`;
  }

  #readBack() {
    const critical = this.exam.case;
    if (!critical || critical.state === 'CLOSED' || !this.me.rights.includes('HANDLE_CASES')) {
      return '';
    }
    return this.#open
      ? html`<ecg-read-back .t=${this.t} .api=${this.api} .critical=${critical} @done=${this.refresh}></ecg-read-back>`
      : html`<ecg-disposition .t=${this.t} .api=${this.api} .critical=${critical} @done=${this.refresh}></ecg-disposition>`;
  }

  async #accept() {
    const open = this.#open;
    if (!open || open.acceptedBy) {
      return;
    }
    try {
      await this.api.post(`/api/cases/${open.id}/accept`);
      await this.refresh();
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-case', EcgCase);
