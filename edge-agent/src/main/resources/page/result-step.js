// Step 4: the result of this patient beside what was recorded before.
import { LitElement, html, css } from 'lit';
import { say } from '/words.js';
import { look } from '/look.js';
import { swapped } from '/reading.js';
import '/result-card.js';
import '/exam-history.js';

export class ResultStep extends LitElement {
  static properties = {
    exams: { attribute: false }, chosen: { state: true }, online: { type: Boolean }, settings: { attribute: false }, older: { state: true },
    cutShort: { attribute: false },
  };

  static styles = [look, css`
    :host { display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1.5fr) minmax(320px, 1fr); gap: 12px; height: 100%; }
    section { background: var(--card); border-radius: 12px; overflow: auto; min-height: 0; }
    .side { padding: 12px; }
    footer { grid-column: 1 / -1; display: flex; gap: 12px; }
    footer button { flex: 1; min-height: 68px; font-size: 22px; }
    @media (max-width: 900px) { :host { display: flex; flex-direction: column; height: auto; } footer { flex-wrap: wrap; } }
  `];

  constructor() {
    super();
    this.exams = [];
  }

  get exam() {
    return this.exams.find((one) => one.examId === this.chosen) ?? (this.older?.examId === this.chosen ? this.older : null) ?? this.exams[0];
  }

  choose(exam) {
    this.chosen = exam.examId;
    this.older = exam;
  }

  tell(what) {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true, detail: { exam: this.exam } }));
  }

  render() {
    const { exam } = this;
    const doubt = swapped(exam) || exam?.local?.level === 'GREY';
    return html`
      <section class="card"><result-card .exam=${exam} ?cut=${Boolean(exam) && exam.examId === this.cutShort} .settings=${this.settings} ?online=${this.online}></result-card></section>
      <section class="side">
        <exam-history .exams=${this.exams} .chosen=${exam?.examId} @choose=${(event) => this.choose(event.detail)}></exam-history>
      </section>
      <footer>
        <button class=${doubt ? 'main again' : 'again'} ?disabled=${!exam} @click=${() => this.tell('again')}>${say(doubt ? 'again.better' : 'again')}</button>
        <button class=${doubt ? 'next' : 'main next'} @click=${() => this.tell('next-patient')}>${say('next')}</button>
      </footer>`;
  }
}

customElements.define('result-step', ResultStep);
