import { LitElement, css, html } from 'lit';
import { words } from '../api.js';
import { timeOf } from '../clock.js';
import { onKey } from '../keys.js';
import { OpenedExam } from './opened-exam.js';
import { shared } from './shared-styles.js';
import './ecg-disposition.js';
import './ecg-level.js';
import './ecg-read-back.js';
import './ecg-timeline.js';
import './report/ecg-overread.js';
import './viewer/ecg-findings.js';
import './viewer/ecg-measurements.js';
import './viewer/ecg-noise.js';
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

  #opened = new OpenedExam(this, () => this.renderRoot.querySelector('ecg-overread')?.refresh());
  #keys = (event) =>
    onKey(event, {
      a: () => (this.#waiting ? this.#accept() : false), // once the case is accepted, A belongs to the overread
      escape: () => (location.hash = '#/'),
    });

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keys);
  }

  willUpdate(changed) {
    if (changed.has('examId')) {
      this.lit = this.report = undefined;
      this.complaint = '';
    }
  }

  get exam() {
    return this.#opened.exam;
  }

  /** Fetches anew what is shown. */
  refresh() {
    this.complaint = '';
    return this.#opened.refresh();
  }

  render() {
    const t = this.t;
    const { failure } = this.#opened;
    const complaint = this.complaint || (failure ? words(t, failure) : '');
    return html`
      <div role="alert">${complaint ? html`<p class="problem">${complaint}</p>` : ''}</div>
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
        <h1><ecg-level .t=${t} .level=${exam.withheld ? 'WITHHELD' : exam.reading?.level} ?hard=${exam.reading?.hard}></ecg-level></h1>
        ${exam.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}
        <span class="who">${patient.name ?? t('name.unknown')}</span>
        <span>${t(`sex.${patient.sex}`)} ${patient.ageYears === undefined ? t('age.unknown') : t('age', { age: patient.ageYears })}</span>
        ${exam.symptoms.map((one) => html`<span class="chip symptom">${t(`symptom.${one}`)}</span>`)}
        ${exam.onset ? html`<span>${t('case.onset')} ${timeOf(exam.onset, t.language)}</span>` : ''}
        ${exam.oxygenPercent ? html`<span>SpO₂ ${exam.oxygenPercent} %</span>` : ''}
        ${exam.systolicMmHg ? html`<span>${t('case.pressure')} ${exam.systolicMmHg}/${exam.diastolicMmHg ?? '?'} mmHg</span>` : ''}
        ${this.#confirmation()} ${this.#callBack()}
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

  /** The clinic asks to be called; the bar above says who calls. */
  #callBack() {
    const { t, exam } = this;
    const { callBack } = exam;
    return callBack
      ? html`<span class="chip call">☎ ${callBack.by ? t('callback.by', { by: callBack.by }) : t('step.CLINIC_CALL_BACK')}
          ${[callBack.askedBy, callBack.words].filter(Boolean).join(': ')}</span>`
      : '';
  }

  #body() {
    const { t, exam } = this;
    const { waveform, trouble } = this.#opened;
    return html`
      <div class="body">
        ${exam.state === 'ARRIVING'
          ? this.#live()
          : html`<ecg-viewer .t=${t} .api=${this.api} .me=${this.me} .examId=${exam.id} .startedAt=${exam.startedAt} .reading=${exam.reading} .byHand=${exam.byHand}
              .waveform=${waveform} .trouble=${trouble} .lit=${this.lit} @kept=${this.#kept}></ecg-viewer>`}
        <div class="side">
          ${this.#acceptance()}
          <ecg-findings .t=${t} .reading=${exam.reading} .withheld=${exam.withheld ? exam : undefined} @lit=${(event) => (this.lit = event.detail)}></ecg-findings>
          ${this.#readBack()}
          ${exam.state === 'ARRIVING'
            ? ''
            : html`<ecg-overread .t=${t} .api=${this.api} .me=${this.me} .examId=${exam.id} .critical=${exam.case}
                @report=${this.#reported} @changed=${() => this.refresh()}></ecg-overread>`}
          ${exam.withheld
            ? ''
            : html`<ecg-measurements .t=${t} .measurements=${exam.reading?.measurements} .byHand=${exam.byHand} .signed=${this.#signedMeasurement}></ecg-measurements>`}
          <ecg-noise .t=${t} .waveform=${waveform}></ecg-noise>
          <ecg-timeline .t=${t} .steps=${exam.timeline}></ecg-timeline>
        </div>
      </div>
    `;
  }

  /** Whoever moved the marks has seen them, before the hub's event comes round. */
  #kept = ({ detail: { number } }) => this.renderRoot.querySelector('ecg-overread')?.saw(number);

  /** The sweep comes with the first exam that arrives while somebody looks. */
  #live() {
    if (!customElements.get('ecg-live')) {
      import('./viewer/ecg-live.js').then(() => this.requestUpdate(), () => undefined); // asked for again with the next drawing
      return html`<p class="muted" role="status">${this.t('viewer.loading')}</p>`;
    }
    return html`<ecg-live .t=${this.t} .api=${this.api} .feed=${this.feed} .examId=${this.examId}></ecg-live>`;
  }

  /** Number of the measurement by hand that the signed report has; undefined without a report. */
  get #signedMeasurement() {
    const signed = this.report?.versions.at(-1);
    return signed && (signed.byHand?.number ?? 0);
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
      ? html`<ecg-read-back .t=${this.t} .api=${this.api} .critical=${critical} @done=${() => this.refresh()}></ecg-read-back>`
      : html`<ecg-disposition .t=${this.t} .api=${this.api} .critical=${critical} @done=${() => this.refresh()}></ecg-disposition>`;
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
