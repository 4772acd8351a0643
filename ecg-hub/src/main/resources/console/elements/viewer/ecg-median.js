import { LitElement, css, html } from 'lit';
import { beatGrid, beatsSuperimposed, onsetOf } from '../../ecg/beats.js';
import { INTERVALS, MARKS, intervals, withMark } from '../../ecg/intervals.js';
import { shared } from '../shared-styles.js';
import './ecg-beats.js';
import './ecg-marks.js';

// Where marks are first set by hand when the engine found no such wave, in seconds from the onset of QRS or from J.
const FIRST = { pOn: -0.16, pOff: -0.06, tPeak: 0.2, tEnd: 0.28 };
const WAVES = { p: ['pOn', 'pOff'], t: ['tPeak', 'tEnd'] };

/**
 * The median beat: all leads over each other with marks to move, the twelve beside each other, and every interval at
 * once, the engine's value kept beside the one by hand. Fires `measured` with { marks, intervals } when a hand has moved one.
 */
class EcgMedian extends LitElement {
  static properties = {
    t: { attribute: false },
    beat: { attribute: false },
    pxPerMm: { type: Number },
    foot: {},
    hand: { state: true },
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
      .chip { background: var(--amber-ground); color: var(--amber); font-weight: 700; }
      .scroll { overflow-x: auto; }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('beat')) {
      this.hand = undefined;
    }
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
    return html`
      <div class="papers">
        <ecg-beats .paper=${over} .now=${beat} .pxPerMm=${this.pxPerMm} .label=${label} .foot=${this.#foot(over, label)}>
          <ecg-marks .t=${t} .paper=${over} .beat=${beat} .marks=${marks} .byHand=${this.#moved()} .pxPerMm=${this.pxPerMm} @moved=${this.#move}></ecg-marks>
        </ecg-beats>
        <ecg-beats .paper=${grid} .now=${beat} .marks=${seconds} .pxPerMm=${this.pxPerMm} .label=${label} .foot=${this.#foot(grid, label)}></ecg-beats>
      </div>
      ${this.#table(marks)} ${this.#buttons(marks)}
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
        ${this.hand
          ? html`<span class="chip" role="status">✎ ${t('median.byHand')}</span><button @click=${() => this.#keep(undefined)}>${t('median.reset')}</button>`
          : html`<span class="muted">${t('median.explain')}</span>`}
      </div>
    `;
  }

  #moved() {
    return this.hand ? MARKS.filter((name) => this.hand[name] !== this.beat.marks[name]) : [];
  }

  #move({ detail: { name, sample } }) {
    this.#keep(withMark(this.hand ?? this.beat.marks, name, sample, this.beat.samples));
  }

  #set(wave) {
    const { beat } = this;
    const from = wave === 'p' ? onsetOf(beat) : (this.hand ?? beat.marks).j ?? onsetOf(beat);
    const set = (marks, name) => withMark(marks, name, from + FIRST[name] * beat.rate, beat.samples);
    this.#keep(WAVES[wave].reduce(set, this.hand ?? beat.marks));
  }

  #remove(wave) {
    this.#keep({ ...(this.hand ?? this.beat.marks), ...Object.fromEntries(WAVES[wave].map((name) => [name, undefined])) });
  }

  /** What differs in nothing from the engine's marks is not by hand. */
  #keep(marks) {
    const { beat } = this;
    this.hand = marks && MARKS.some((name) => marks[name] !== beat.marks[name]) ? marks : undefined;
    const now = this.hand ?? beat.marks;
    const detail = { byHand: Boolean(this.hand), marks: now, intervals: intervals(now, beat.rate, beat.figures.rrMillis) };
    this.dispatchEvent(new CustomEvent('measured', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('ecg-median', EcgMedian);
