import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { beatGrid, beatsSuperimposed, onsetOf } from '../../ecg/beats.js';
import { INTERVALS, MARKS, intervals, withMark } from '../../ecg/intervals.js';
import { STANDARD_12 } from '../../ecg/leads.js';
import { tangent } from '../../ecg/tangent.js';
import { shared } from '../shared-styles.js';
import './ecg-beats.js';
import './ecg-marks.js';
import './ecg-tangent.js';

// Where marks are first set by hand when the engine found no such wave, in seconds from the onset of QRS or from J.
const FIRST = { pOn: -0.16, pOff: -0.06, tPeak: 0.2, tEnd: 0.28 };
const WAVES = { p: ['pOn', 'pOff'], t: ['tPeak', 'tEnd'] };

/**
 * The median beat: all leads over each other with marks to move, the twelve beside each other, and every interval at
 * once, the engine's value kept beside the one by hand. Who may, keeps the marks at the hub: fires `kept` with what the
 * hub says then.
 */
class EcgMedian extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    may: { type: Boolean },
    examId: {},
    beat: { attribute: false },
    pxPerMm: { type: Number },
    hand: { state: true },
    lead: { state: true },
    complaint: { state: true },
    done: { state: true },
  };

  static styles = [
    shared,
    css`
      .papers { display: flex; flex-wrap: wrap; gap: 6px; align-items: flex-start; }
      table { border-collapse: collapse; margin-top: 6px; font-variant-numeric: tabular-nums; background: var(--panel); }
      th, td { border: 1px solid var(--line); padding: 2px 9px; text-align: right; white-space: nowrap; }
      th { font-weight: 600; color: var(--muted); }
      tr.hand td { font-weight: 700; }
      td.moved { background: var(--amber-ground); color: var(--amber); }
      .row { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-top: 6px; }
      .row p { margin: 0; }
      .leads { gap: 4px 6px; }
      .leads button { min-height: 28px; padding: 1px 8px; font-size: 0.88rem; font-variant-numeric: tabular-nums; }
      .leads button[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
      .chip { background: var(--amber-ground); color: var(--amber); font-weight: 700; white-space: normal; }
      .good { color: var(--good); font-weight: 700; }
      .scroll { overflow-x: auto; }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('beat')) {
      const before = changed.get('beat');
      this.hand = this.#kept?.marks;
      if (before && before.byHand?.number !== this.beat.byHand?.number && before.r === this.beat.r) {
        this.complaint = '';
      } else {
        this.lead = this.complaint = this.done = '';
      }
    }
  }

  /** What is in force by hand; undefined while the engine's marks are. */
  get #kept() {
    return this.beat.byHand?.byHand ? this.beat.byHand : undefined;
  }

  get #unkept() {
    const there = this.#kept?.marks ?? this.beat.marks;
    const here = this.hand ?? this.beat.marks;
    return MARKS.some((name) => here[name] !== there[name]);
  }

  render() {
    const { t, beat } = this;
    if (!beat.beats) {
      return html`<p class="warning">${t('median.none')}</p>`;
    }
    const over = beatsSuperimposed(beat);
    const grid = beatGrid();
    const marks = this.hand ?? beat.marks;
    const onset = onsetOf(beat);
    const seconds = MARKS.filter((name) => marks[name] !== undefined).map((name) => (marks[name] - onset) / beat.rate);
    const label = t('median.title', { count: beat.beats });
    const found = this.lead && this.#tangent(this.lead, marks);
    return html`
      <div class="papers">
        <ecg-beats .paper=${over} .now=${beat} .pxPerMm=${this.pxPerMm} .label=${label} .foot=${this.#foot(over, label)}>
          ${found ? html`<ecg-tangent .paper=${over} .beat=${beat} .lead=${this.lead} .found=${found} .pxPerMm=${this.pxPerMm}></ecg-tangent>` : ''}
          <ecg-marks .t=${t} .paper=${over} .beat=${beat} .marks=${marks} .byHand=${this.#moved()} .pxPerMm=${this.pxPerMm} @moved=${this.#move}></ecg-marks>
        </ecg-beats>
        <ecg-beats .paper=${grid} .now=${beat} .marks=${seconds} .pxPerMm=${this.pxPerMm} .label=${label} .foot=${this.#foot(grid, label)}></ecg-beats>
      </div>
      ${this.#table(marks)} ${this.#buttons(marks)} ${this.#keeping()} ${this.#tangents(marks, found)}
    `;
  }

  #foot({ speed, gain }, label) {
    return [label, `${speed} mm/s  ${gain} mm/mV  ·  ${this.t('median.made')}`];
  }

  #table(marks) {
    const { t, beat } = this;
    const byHand = intervals(marks, beat.rate, beat.figures.rrMillis);
    const cell = (value) => (value === undefined ? '–' : Math.round(value));
    const moved = (name) => byHand[name] !== beat.intervals[name];
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t('median.intervals')}>
        <table>
          <thead><tr><th>ms</th>${INTERVALS.map((name) => html`<th>${t(`median.${name}`)}</th>`)}</tr></thead>
          <tbody>
            <tr><th>${t('median.automatic')}</th>${INTERVALS.map((name) => html`<td>${cell(beat.intervals[name])}</td>`)}</tr>
            ${this.hand
              ? html`<tr class="hand"><th>✎ ${t('median.hand')}</th>${INTERVALS.map((name) => html`<td class=${moved(name) ? 'moved' : ''} data-interval=${name}>${cell(byHand[name])}</td>`)}</tr>`
              : ''}
          </tbody>
        </table>
      </div>
    `;
  }

  #buttons(marks) {
    const { t } = this;
    const there = (wave) => WAVES[wave].some((name) => marks[name] !== undefined);
    return html`
      <div class="row">
        ${Object.keys(WAVES).map((wave) => html`<button data-wave=${wave} @click=${() => (there(wave) ? this.#remove(wave) : this.#set(wave))}>
          ${t(there(wave) ? `median.remove.${wave}` : `median.set.${wave}`)}</button>`)}
        ${this.hand ? html`<button @click=${() => this.#moveTo(undefined)}>${t('median.reset')}</button>` : html`<span class="muted">${t('median.explain')}</span>`}
      </div>
    `;
  }

  /** Whose marks they are, and the button that keeps them. */
  #keeping() {
    const { t } = this;
    const kept = this.#kept;
    return html`
      <div class="row">
        ${this.#unkept
          ? html`<span class="chip" role="status">✎ ${t('median.unkept')}</span>
              ${this.may
                ? html`<button class="primary keep" @click=${this.#keep}>${t(this.hand ? 'median.keep' : 'median.keep.reset')}</button>`
                : html`<span>${t('median.right')}</span>`}`
          : kept
            ? html`<span class="chip" role="status">✎ ${t('median.byHand', { by: kept.by, time: timeOf(kept.at, t.language) })}</span>`
            : ''}
        <div role="status">${this.done ? html`<p class="good">✓ ${this.done}</p>` : ''}</div>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      </div>
    `;
  }

  #tangent(lead, marks) {
    return tangent(this.beat.leads[lead], this.beat.rate, marks);
  }

  #qt(found, marks) {
    return Math.round(((Math.round(found.end) - marks.qrsOn) / this.beat.rate) * 1000);
  }

  #tangents(marks, found) {
    const { t } = this;
    const button = (lead) => {
      const one = this.#tangent(lead, marks);
      return html`<button data-tangent=${lead} ?disabled=${!one} aria-pressed=${this.lead === lead} @click=${() => (this.lead = this.lead === lead ? '' : lead)}>
        ${lead} ${one ? this.#qt(one, marks) : '–'}</button>`;
    };
    return html`
      <div class="row leads" role="group" aria-label=${t('median.tangent')}>
        <strong>${t('median.tangent')} (ms)</strong> ${STANDARD_12.filter((lead) => this.beat.leads[lead]).map(button)}
        ${found
          ? html`<button class="primary take" @click=${() => this.#take(found)}>${t('median.tangent.take', { lead: this.lead, qt: this.#qt(found, marks) })}</button>
              <button @click=${() => (this.lead = '')}>${t('median.tangent.off')}</button>`
          : html`<span class="muted">${t('median.tangent.explain')}</span>`}
      </div>
    `;
  }

  #take({ end }) {
    const marks = this.hand ?? this.beat.marks;
    const sample = Math.round(end);
    if (marks.tPeak !== undefined && sample <= marks.tPeak) {
      this.complaint = this.t('median.tangent.impossible');
      return;
    }
    this.#moveTo(withMark(marks, 'tEnd', sample, this.beat.samples));
  }

  #moved() {
    return this.hand ? MARKS.filter((name) => this.hand[name] !== this.beat.marks[name]) : [];
  }

  #move({ detail: { name, sample } }) {
    this.#moveTo(withMark(this.hand ?? this.beat.marks, name, sample, this.beat.samples));
  }

  #set(wave) {
    const { beat } = this;
    const from = wave === 'p' ? onsetOf(beat) : (this.hand ?? beat.marks).j ?? onsetOf(beat);
    const set = (marks, name) => withMark(marks, name, from + FIRST[name] * beat.rate, beat.samples);
    this.#moveTo(WAVES[wave].reduce(set, this.hand ?? beat.marks));
  }

  #remove(wave) {
    this.#moveTo({ ...(this.hand ?? this.beat.marks), ...Object.fromEntries(WAVES[wave].map((name) => [name, undefined])) });
  }

  /** What differs in nothing from the engine's marks is not by hand. */
  #moveTo(marks) {
    const { beat } = this;
    this.hand = marks && MARKS.some((name) => marks[name] !== beat.marks[name]) ? marks : undefined;
    this.complaint = this.done = '';
  }

  async #keep() {
    const body = { seen: this.beat.byHand?.number ?? 0, ...(this.hand ? { marks: this.hand } : {}) };
    try {
      const kept = await this.api.post(`/api/exams/${this.examId}/marks`, body);
      this.dispatchEvent(new CustomEvent('kept', { detail: kept, bubbles: true, composed: true }));
      this.done = this.t('median.kept');
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-median', EcgMedian);
