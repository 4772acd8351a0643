// One exam: colour, shape and words; who has it; what to do now.
import { LitElement, html, css, svg } from 'lit';
import { say, line, clock, clockSeconds } from '/words.js';
import { ask } from '/desk.js';

const SHAPES = {
  RED: svg`<polygon points="15,2 33,2 46,15 46,33 33,46 15,46 2,33 2,15" fill="currentColor"/>`,
  YELLOW: svg`<polygon points="24,3 46,44 2,44" fill="currentColor"/>`,
  GREEN: svg`<circle cx="24" cy="24" r="21" fill="currentColor"/>`,
  GREY: svg`<rect x="4" y="4" width="40" height="40" fill="none" stroke="currentColor" stroke-width="5" stroke-dasharray="8 5"/>`,
};

export const levelOf = (exam) => (exam.hub ?? exam.local)?.level;

export const shape = (level) => html`<svg class="shape" viewBox="0 0 48 48" aria-hidden="true">${SHAPES[level] ?? ''}</svg>`;

const step = (exam, name) => exam.progress.find((one) => one.step === name);

// Sent, received, read, acknowledged: when and by whom, or not yet.
export function trail(exam) {
  const acknowledged = step(exam, 'ACKNOWLEDGED');
  return [
    { name: 'sent', at: exam.storedAt ?? exam.receivedAt },
    { name: 'received', at: exam.receivedAt },
    { name: 'read', at: exam.readingAt, by: exam.hub?.reader },
    { name: 'acknowledged', at: acknowledged?.at, by: acknowledged?.by },
  ];
}

export class ResultCard extends LitElement {
  static properties = { exam: { attribute: false }, online: { type: Boolean } };

  static styles = css`
    :host { display: block; }
    .head { display: flex; gap: 14px; align-items: center; padding: 12px 16px; border-radius: 12px 12px 0 0; }
    .head .shape { width: 48px; height: 48px; flex: none; }
    .head h2 { margin: 0; font-size: 28px; line-height: 1.15; }
    .head p { margin: 2px 0 0; }
    .RED { background: var(--red); color: var(--on-red); }
    .YELLOW { background: var(--yellow); color: var(--on-yellow); }
    .GREEN { background: var(--green); color: var(--on-green); }
    .GREY, .WAIT, .LIVE { background: var(--grey); color: var(--on-grey); }
    .body { padding: 12px 16px; }
    p { margin: 0 0 6px; }
    .by { color: var(--soft); }
    ul, ol { margin: 0 0 10px; padding-left: 24px; }
    h3 { margin: 8px 0 4px; font-size: 20px; }
    .trail { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; list-style: none; padding: 0; }
    .trail li { color: var(--soft); }
    .trail .done { color: var(--ink); font-weight: 600; }
    .acts { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; position: sticky; bottom: 0; background: var(--card); padding: 4px 0; }
    button { font: inherit; min-height: 52px; padding: 0 18px; flex: 1; border-radius: 10px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
    button.main { background: var(--act); color: var(--on-act); border-color: var(--act); font-weight: 600; font-size: 20px; flex: 1 1 100%; }
    .warn { background: var(--warn-ground); color: var(--warn); padding: 8px 12px; border-radius: 8px; margin: 0 0 8px; }
    .words { border-left: 4px solid var(--act); padding-left: 10px; margin: 8px 0; }
    small { font-size: 18px; color: var(--soft); }
  `;

  render() {
    const exam = this.exam;
    if (!exam) {
      return html`<div class="body"><p class="by">${say('results.none')}</p></div>`;
    }
    const reading = exam.hub ?? exam.local;
    const level = reading?.level ?? (exam.endedAt ? 'WAIT' : 'LIVE');
    return html`
      <div class="head ${level}" role=${level === 'RED' ? 'alert' : 'status'}>
        ${shape(level)}
        <div><h2>${say(`level.${level}`)}</h2><p>${this.who()} · ${clock(exam.startedAt)}</p></div>
      </div>
      <div class="body">
        ${exam.refused ? html`<p class="warn">${say('refused', exam.refused)}</p>` : ''}
        ${exam.receivedProblem ? html`<p class="warn">${say('received.problem', exam.receivedProblem)}</p>` : ''}
        ${step(exam, 'CONFIRM_PLEASE') && !exam.confirmed.length ? html`<p class="warn">${say('step.CONFIRM_PLEASE')}</p>` : ''}
        ${reading ? this.renderReading(exam, reading) : ''}
        ${exam.endedAt ? this.renderActs(exam, level) : ''}
        ${this.renderTrail(exam)}
        ${exam.messages.map((one) => html`<p class="words">${one.sender} ${clock(one.at)}<br>${one.text}</p>`)}
      </div>`;
  }

  who() {
    const { name, sex, ageYears } = this.exam.patient;
    return [this.exam.drill ? say('drill') : '', name ?? say('unknown.patient'), sex === 'UNKNOWN' ? '' : say(sex),
      ageYears === null ? '' : `${ageYears} ${say('years')}`].filter(Boolean).join(' ');
  }

  renderReading(exam, reading) {
    const by = reading.confirmed ? say('by.reader', reading.reader) : say(exam.hub ? 'by.hub' : 'by.local');
    const meaning = reading.level === 'RED' ? this.redMeaning(exam) : `meaning.${reading.level}`;
    return html`
      <p class="by">${by}</p>
      <p>${say(meaning)}</p>
      <ul>${reading.lines.map((one) => html`<li>${line(one)}</li>`)}</ul>
      <h3>${say('now')}</h3>
      ${this.renderNow(reading.level)}`;
  }

  // Says of others only what they are known to have done.
  redMeaning(exam) {
    if (step(exam, 'ACKNOWLEDGED')) {
      return 'meaning.RED.taken';
    }
    if (exam.hub) {
      return 'meaning.RED';
    }
    return this.online ? 'meaning.RED.sending' : 'meaning.RED.offline';
  }

  renderNow(level) {
    if (level === 'RED') {
      return html`<ol><li>${say('now.cpr')}</li><li>${say('now.rest')}</li></ol><small>${say('now.source')}</small>`;
    }
    return html`<p>${say(level === 'GREY' ? 'now.repeat' : 'now.wait')}</p>`;
  }

  renderTrail(exam) {
    const steps = trail(exam);
    const extra = exam.progress.filter((one) => one.step === 'PAGED' || one.step === 'DISPATCHED');
    return html`<ul class="trail">
      ${steps.map((one) => html`<li class=${one.at ? 'done' : ''}>${one.at ? '✓' : '○'} ${say(`trail.${one.name}`)} ${clockSeconds(one.at)} ${one.by ?? ''}</li>`)}
      ${extra.map((one) => html`<li class="done">✓ ${say(`step.${one.step}`)} ${clockSeconds(one.at)} ${one.by}</li>`)}
    </ul>`;
  }

  renderActs(exam, level) {
    const did = (action) => exam.confirmed.find((one) => one.action === action);
    const seen = did('SEEN');
    return html`<div class="acts">
      ${seen ? html`<p class="by">✓ ${say('seen.done')} ${clock(seen.at)}</p>`
        : html`<button class="main" @click=${() => this.confirm('SEEN')}>${say('seen')}</button>`}
      ${level === 'RED' && !did('CALLED_120') ? html`<button @click=${() => this.confirm('CALLED_120')}>${say('called120')}</button>` : ''}
      ${level === 'RED' && !did('TRANSFERRED') ? html`<button @click=${() => this.confirm('TRANSFERRED')}>${say('transferred')}</button>` : ''}
      ${exam.refused ? html`<button @click=${() => ask(`/api/exams/${exam.examId}/retry`)}>${say('retry')}</button>` : ''}
    </div>`;
  }

  confirm(action) {
    ask(`/api/exams/${this.exam.examId}/confirm`, { action, by: this.exam.operator });
  }
}

customElements.define('result-card', ResultCard);
