// One exam on paper, A4 across, in true millimetres: 25 mm/s, 10 mm/mV, 3 x 4 leads at one time and lead II below. A bar of
// 50 mm shows whether the printer kept to it.
import { LitElement, html, svg, css } from 'lit';
import { say, line, date, clockSeconds } from '/words.js';
import { get } from '/desk.js';
import { look } from '/look.js';
import { readingOf } from '/reading.js';

const ROWS = [['I', 'aVR', 'V1', 'V4'], ['II', 'aVL', 'V2', 'V5'], ['III', 'aVF', 'V3', 'V6'], ['II']];
const [WIDTH, HEIGHT, LEFT, TOP, ROW] = [277, 186, 14, 40, 33]; // millimetres
const MM_A_SECOND = 25;
const MM_A_MICROVOLT = 0.01;
const SECONDS = 10;

export class PrintSheet extends LitElement {
  static properties = { exam: { attribute: false }, site: { type: String }, strip: { state: true } };

  static styles = [look, css`
    :host { display: block; background: #fff; color: #14211d; padding: 10px; position: absolute; inset: 0; overflow: auto; z-index: 9; }
    nav { display: flex; gap: 12px; margin-bottom: 10px; }
    svg { display: block; }
    text { font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; font-size: 4px; fill: #14211d; }
    .large { font-size: 6px; font-weight: 700; } .small { font-size: 3.2px; }
    .fine { stroke: #f0c9c9; stroke-width: 0.1; } .heavy { stroke: #e0a0a0; stroke-width: 0.2; }
    .trace { fill: none; stroke: #000; stroke-width: 0.3; stroke-linejoin: round; }
    .bar { stroke: #000; stroke-width: 0.5; }
    @media print { :host { position: static; padding: 0; overflow: visible; } nav { display: none; } }
  `];

  async load() {
    this.strip = await get(`/api/exams/${this.exam.examId}/strip`);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  close() {
    this.dispatchEvent(new CustomEvent('close'));
  }

  render() {
    if (!this.strip) {
      return html`<nav><button @click=${this.close}>${say('print.close')}</button></nav>`;
    }
    return html`
      <nav><button class="main go" @click=${() => window.print()}>${say('print')}</button><button @click=${this.close}>${say('print.close')}</button></nav>
      ${this.strip.leads ? html`<svg width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${say('print')}>
        ${this.renderHead()}${this.renderGrid()}${ROWS.map((leads, row) => this.renderRow(leads, row))}${this.renderFoot()}
      </svg>` : html`<p class="warn">${say('print.none')}</p>`}`;
  }

  renderHead() {
    const { exam } = this;
    const reading = readingOf(exam);
    const { name, sex, ageYears, identityEnd } = exam.patient;
    const who = [name ?? say('unknown.patient'), sex === 'UNKNOWN' ? '' : say(sex), ageYears === null ? '' : `${ageYears} ${say('years')}`, identityEnd ? `…${identityEnd}` : ''].filter(Boolean).join('  ');
    const by = reading?.confirmed ? say('by.reader', reading.reader) : say('print.unconfirmed');
    return svg`<text class="large" x="0" y="7">${who}</text>
      <text x="0" y="14">${date(exam.startedAt)} ${clockSeconds(exam.startedAt)}  ${this.site ?? ''}  ${exam.operator}  ${exam.drill ? say('drill') : ''}</text>
      <text class="large" x=${WIDTH} y="7" text-anchor="end">${reading ? say(`level.${reading.level}`) : ''}</text>
      <text x=${WIDTH} y="14" text-anchor="end">${by}</text>
      ${(reading?.lines ?? []).slice(0, 4).map((one, at) => svg`<text class="small" x="0" y=${20 + at * 4.2}>${line(one)}</text>`)}`;
  }

  renderGrid() {
    const lines = [];
    const bottom = TOP + ROWS.length * ROW;
    for (let x = 0; x <= LEFT + SECONDS * MM_A_SECOND; x++) {
      lines.push(svg`<line class=${x % 5 ? 'fine' : 'heavy'} x1=${x} x2=${x} y1=${TOP} y2=${bottom}/>`);
    }
    for (let y = 0; y <= bottom - TOP; y++) {
      lines.push(svg`<line class=${y % 5 ? 'fine' : 'heavy'} x1="0" x2=${LEFT + SECONDS * MM_A_SECOND} y1=${TOP + y} y2=${TOP + y}/>`);
    }
    return lines;
  }

  // The pulse of 1 mV and 200 ms, then the leads of the row, all at their own time.
  renderRow(leads, row) {
    const zero = TOP + row * ROW + ROW * 0.6;
    const each = SECONDS / leads.length;
    return svg`<path class="trace" data-pulse=${row} d="M2 ${zero}h2v-10h5v10h2"/>
      ${leads.map((lead, at) => svg`${this.renderLead(lead, at * each, (at + 1) * each, zero)}
        <text x=${LEFT + at * each * MM_A_SECOND + 1} y=${TOP + row * ROW + 5}>${lead}${this.strip.leads[lead] ? '' : ` ${say('print.missing')}`}</text>`)}`;
  }

  renderLead(lead, from, to, zero) {
    const { hertz } = this.strip;
    const part = (this.strip.leads[lead] ?? []).slice(Math.round(from * hertz), Math.round(to * hertz));
    const points = part.map((microvolts, n) => `${(LEFT + (from + n / hertz) * MM_A_SECOND).toFixed(2)},${(zero - microvolts * MM_A_MICROVOLT).toFixed(2)}`);
    return svg`<polyline class="trace" points=${points.join(' ')}/>`;
  }

  renderFoot() {
    const y = TOP + ROWS.length * ROW + 7;
    return svg`<line class="bar" id="bar" x1="0" x2="50" y1=${y} y2=${y}/>
      <path class="bar" d="M0 ${y - 2}v4M50 ${y - 2}v4"/>
      <text x="54" y=${y + 1.5}>${say('print.bar')}</text>
      <text x=${WIDTH} y=${y + 1.5} text-anchor="end">25 mm/s  10 mm/mV  ${say('print.raw')}${this.strip.fromSeconds ? `  ${say('print.from', Math.round(this.strip.fromSeconds))}` : ''}</text>`;
  }
}

customElements.define('print-sheet', PrintSheet);
