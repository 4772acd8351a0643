// One exam: colour, shape and two lines; what to do now; who has seen it; what was done.
import { LitElement, html, css, svg } from 'lit';
import { say, line, clock, clockSeconds } from '/words.js';
import { ask } from '/desk.js';
import { look } from '/look.js';
import { did, levelOf, nameOf, readingOf, swapped } from '/reading.js';
import '/read-back.js';
import '/what-now.js';
import '/clinic-talk.js';

const SHAPES = {
  RED: svg`<polygon points="15,2 33,2 46,15 46,33 33,46 15,46 2,33 2,15" fill="currentColor"/>`,
  YELLOW: svg`<polygon points="24,3 46,44 2,44" fill="currentColor"/>`,
  GREEN: svg`<circle cx="24" cy="24" r="21" fill="currentColor"/>`,
  GREY: svg`<rect x="4" y="4" width="40" height="40" fill="none" stroke="currentColor" stroke-width="5" stroke-dasharray="8 5"/>`,
};

export const shape = (level) => html`<svg class="shape" viewBox="0 0 48 48" aria-hidden="true">${SHAPES[level] ?? ''}</svg>`;

const step = (exam, name) => exam.progress.find((one) => one.step === name);

// Sent, received, opened, confirmed, dispatched: when and by whom, or not yet.
export function trail(exam) {
  const opened = step(exam, 'READ') ?? step(exam, 'ACKNOWLEDGED');
  const signed = exam.hub?.confirmed ? exam.hub : null;
  const sent = step(exam, 'DISPATCHED');
  return [
    { name: 'sent', at: exam.storedAt ?? exam.receivedAt },
    { name: 'received', at: exam.receivedAt },
    { name: 'opened', at: opened?.at, by: opened?.by },
    { name: 'confirmed', at: signed?.at, by: signed?.reader },
    ...(levelOf(exam) === 'RED' || sent ? [{ name: 'dispatched', at: sent?.at }] : []),
  ];
}

export class ResultCard extends LitElement {
  static properties = { exam: { attribute: false }, settings: { attribute: false }, online: { type: Boolean }, cut: { type: Boolean }, reading: { state: true } };

  static styles = [look, css`
    :host { display: block; }
    .head { display: flex; gap: 16px; align-items: center; padding: 10px 18px; border-radius: 12px 12px 0 0; position: sticky; top: 0; z-index: 1; }
    .head .shape { width: 60px; height: 60px; flex: none; }
    .head h2 { margin: 0; font-size: 32px; line-height: 1.15; }
    .head p { margin: 2px 0 0; }
    .RED { background: var(--red); color: var(--on-red); }
    .YELLOW { background: var(--yellow); color: var(--on-yellow); }
    .GREEN { background: var(--green); color: var(--on-green); }
    .GREY, .WAIT, .LIVE { background: var(--grey); color: var(--on-grey); }
    .body { padding: 12px 18px; }
    .by { color: var(--soft); }
    .two { font-size: 22px; font-weight: 600; margin: 0 0 6px; }
    ul { margin: 0 0 10px; padding-left: 24px; }
    .trail { display: grid; grid-template-columns: repeat(5, 1fr); gap: 4px 8px; list-style: none; padding: 0; margin: 10px 0; }
    .trail li { color: var(--soft); border-top: 5px solid var(--line); padding-top: 4px; overflow-wrap: anywhere; }
    .trail .done { color: var(--ink); font-weight: 600; border-color: var(--green); }
    .trail.extra { grid-template-columns: 1fr 1fr; } .trail.extra li { border: none; }
    .acts { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
    .acts button { flex: 1; }
    .acts .main { flex: 1 1 100%; min-height: 64px; font-size: 22px; }
    @media (max-width: 900px) { .trail { grid-template-columns: 1fr 1fr; } }
  `];

  willUpdate(changed) {
    if (changed.has('exam') && changed.get('exam')?.examId !== this.exam?.examId) {
      this.reading = false;
    }
  }

  render() {
    const { exam } = this;
    if (!exam) {
      return html`<div class="body"><p class="by">${say('results.none')}</p></div>`;
    }
    const reading = readingOf(exam);
    const level = reading?.level ?? (exam.endedAt ? 'WAIT' : 'LIVE');
    return html`
      <div class="head ${level}" role=${level === 'RED' ? 'alert' : 'status'}>
        ${shape(level)}
        <div><h2>${say(`level.${level}`)}</h2><p>${this.who()} · ${clock(exam.startedAt)}</p></div>
      </div>
      <div class="body">
        ${this.renderWarnings(exam)}
        ${reading ? this.renderReading(exam, reading) : ''}
        ${exam.endedAt ? this.renderActs(exam, level, reading) : ''}
        ${this.renderTrail(exam)}
        ${exam.endedAt ? html`<clinic-talk .exam=${exam} .settings=${this.settings}></clinic-talk>` : ''}
      </div>`;
  }

  renderWarnings(exam) {
    return html`
      ${this.cut ? html`<p class="warn" role="alert">${say('cut.short')}</p>` : ''}
      ${exam.refused ? html`<p class="warn">${say('refused', exam.refused)}</p>` : ''}
      ${exam.receivedProblem ? html`<p class="warn">${say('received.problem', exam.receivedProblem)}</p>` : ''}
      ${step(exam, 'CONFIRM_PLEASE') && !did(exam, 'SEEN') ? html`<p class="warn">${say('step.CONFIRM_PLEASE')}</p>` : ''}
      ${swapped(exam) && !did(exam, 'ELECTRODES_CHECKED') ? html`<div class="warn" role="alert"><p><b>${say('swapped')}</b></p>
        <div class="acts"><button class="main again" @click=${() => this.tell('again')}>${say('again.better')}</button>
        <button @click=${() => this.confirm('ELECTRODES_CHECKED')}>${say('swapped.send')}</button></div></div>` : ''}`;
  }

  who() {
    return [this.exam.drill ? say('drill') : '', nameOf(this.exam.patient) || say('unknown.patient'), ...this.what()].filter(Boolean).join(' ');
  }

  // Sex and age, as far as they are known.
  what() {
    const { sex, ageYears } = this.exam.patient;
    return [sex === 'UNKNOWN' ? '' : say(sex), ageYears === null ? '' : `${ageYears} ${say('years')}`].filter(Boolean);
  }

  renderReading(exam, reading) {
    const by = reading.confirmed ? say('by.reader', reading.reader) : say(exam.hub ? 'by.hub' : 'by.local');
    const meaning = reading.level === 'RED' ? this.redMeaning(exam) : `meaning.${reading.level}`;
    const [first, ...others] = reading.lines;
    return html`
      <p class="by">${by}</p>
      <p class="two">${say(meaning)}</p>
      ${first ? html`<p class="two">${line(first)}</p>` : ''}
      ${others.length ? html`<ul>${others.map((one) => html`<li>${line(one)}</li>`)}</ul>` : ''}
      <what-now .reading=${{ ...reading, examId: exam.examId }} .protocol=${this.settings.protocol}></what-now>`;
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

  renderTrail(exam) {
    const extra = exam.progress.filter((one) => one.step === 'PAGED' || one.step === 'ACKNOWLEDGED' || one.step === 'CLOSED');
    return html`<ul class="trail">
      ${trail(exam).map((one) => html`<li class=${one.at ? 'done' : ''}>${one.at ? '✓' : '○'} ${say(`trail.${one.name}`)}<br>${clockSeconds(one.at)} ${one.by ?? ''}</li>`)}
    </ul>
    ${exam.identified ? html`<p class="by identified">✓ ${say('trail.identified')} ${clockSeconds(exam.identified.at)} ${exam.identified.by}</p>` : ''}
    ${extra.length ? html`<ul class="trail extra">${extra.map((one) => html`<li class="done">✓ ${say(`step.${one.step}`)} ${clockSeconds(one.at)} ${one.by}</li>`)}</ul>` : ''}`;
  }

  renderActs(exam, level, reading) {
    const seen = did(exam, 'SEEN');
    const act = (action, word) => (did(exam, action) ? html`<span class="by">✓ ${say(word)} ${clock(did(exam, action).at)}</span>`
      : html`<button @click=${() => this.confirm(action)}>${say(word)}</button>`);
    return html`
      ${this.reading && !seen ? html`<read-back .reading=${reading} .who=${this.who()} .said=${this.what().join(' ')} @read-back=${(event) => this.confirm('SEEN', event.detail)}></read-back>` : ''}
      <div class="acts">
        ${seen ? html`<p class="by">✓ ${say('seen.done')} ${clock(seen.at)}</p>`
          : this.reading ? '' : html`<button class="main" @click=${() => (level === 'RED' ? this.ask() : this.confirm('SEEN'))}>${say(level === 'RED' ? 'seen.red' : 'seen')}</button>`}
        ${level === 'RED' ? html`${act('CALLED_120', 'called120')}${act('TRANSFERRED', 'transferred')}` : ''}
        ${exam.refused ? html`<button @click=${() => ask(`/api/exams/${exam.examId}/retry`)}>${say('retry')}</button>` : ''}
        ${exam.patient.name ? '' : html`<button class="identify" @click=${() => this.tell('identify')}>${say('identify')}</button>`}
        ${reading ? html`<button class="print" @click=${() => this.tell('print')}>${say('print')}</button>` : ''}
      </div>`;
  }

  ask() {
    this.reading = true;
  }

  tell(what) {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true, detail: { exam: this.exam } }));
  }

  confirm(action, words = '') {
    this.reading = false;
    ask(`/api/exams/${this.exam.examId}/confirm`, { action, words, by: this.exam.operator });
  }
}

customElements.define('result-card', ResultCard);
