// The live trace: an erase-bar sweep in two columns of leads, at a fixed number of pixels a millimetre.
import { LitElement, html, css } from 'lit';
import { say } from '/words.js';

const MM_PER_SECOND = 25;
const MM_PER_MV = 10;
const CSS_PX_PER_MM = 96 / 25.4;
const ERASE_MM = 4;
const DELAY_SECONDS = 0.3; // played a little late, so that uneven arrival does not show
const STALE_MILLIS = 2000;
const CARD_MM = 85.6; // ID-1, ISO/IEC 7810: the resident identity card
const STORED = 'px-per-mm';

// A calibration is that of one screen at one zoom: on any other the trace is not to scale and says so.
const screenNow = () => `${screen.width}x${screen.height}@${devicePixelRatio}`;

function calibratedFor(screenName) {
  try {
    const kept = JSON.parse(localStorage.getItem(STORED));
    return kept?.screen === screenName && kept.pxPerMm > 0 ? kept.pxPerMm : 0;
  } catch {
    return 0;
  }
}

export class SweepTrace extends LitElement {
  static properties = {
    calibrating: { state: true }, off: { state: true }, stale: { state: true }, pxPerMm: { state: true },
    playing: { state: true }, unit: { attribute: false }, recording: { attribute: false },
  };

  static styles = css`
    :host { display: flex; flex-direction: column; min-height: 0; }
    .paper { position: relative; flex: 1; min-height: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
    canvas { position: absolute; inset: 0; }
    .say { position: absolute; left: 12px; right: 12px; top: 42%; text-align: center; font-size: 22px; color: var(--soft); pointer-events: none; }
    .say b { background: var(--warn-ground); color: var(--warn); padding: 8px 16px; border-radius: 8px; }
    .off { margin-left: auto; background: var(--red); color: var(--on-red); padding: 6px 14px; border-radius: 8px; font-weight: 600; border: 4px solid var(--on-red); animation: frame 1.5s steps(1) infinite; }
    @keyframes frame { 50% { border-color: var(--red); } }
    @media (prefers-reduced-motion: reduce) { .off { animation: none; } }
    .foot { white-space: nowrap; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; min-height: 48px; color: var(--soft); }
    button { font: inherit; min-height: 48px; padding: 0 16px; border-radius: 8px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
    .card { position: absolute; inset: 0; background: var(--card); padding: 16px; }
    .frame { height: 160px; border: 3px solid #1c6fd1; border-radius: 10px; margin: 12px 0; box-sizing: border-box; }
    input[type=range] { width: 60%; height: 48px; }
    .warn { color: var(--warn); }
  `;

  constructor() {
    super();
    this.off = [];
    this.queue = [];
    this.pxPerMm = calibratedFor(screenNow());
    this.lastAt = 0;
    this.stale = 0;
    this.resetPlay();
  }

  get scale() {
    return this.pxPerMm || CSS_PX_PER_MM;
  }

  resetPlay() {
    this.leads = [];
    this.hertz = 0;
    this.played = 0;
    this.last = [];
    this.startAt = 0;
    this.fed = 0;
  }

  // Takes the next stretch of the trace.
  feed(frame) {
    const now = performance.now();
    if (!this.hertz || this.hertz !== frame.hertz || frame.leads.length !== this.leads.length || now - this.lastAt > STALE_MILLIS) {
      this.resetPlay();
      this.queue = [];
      this.leads = frame.leads;
      this.hertz = frame.hertz;
      this.last = frame.leads.map(() => null);
      this.startAt = now + DELAY_SECONDS * 1000;
      this.sweepX = 0;
      this.playing = true;
      this.paint();
    }
    this.lastAt = now;
    if (frame.off.join() !== this.off.join()) {
      this.off = frame.off;
    }
    frame.microvolts[0].forEach((ignored, at) => this.queue.push({
      values: frame.microvolts.map((lead) => lead[at]), off: frame.off, gap: frame.gap && at === 0,
    }));
    this.fed += frame.microvolts[0].length;
  }

  firstUpdated() {
    this.canvas = this.renderRoot.querySelector('canvas');
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.renderRoot.querySelector('.paper'));
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.refit = () => this.fit();
    this.dark.addEventListener('change', this.refit);
    const step = () => {
      if (this.isConnected) { // a page that is open all day shows hundreds of these, one after the other
        this.advance();
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.dark?.removeEventListener('change', this.refit);
  }

  // A larger window shows more paper; nothing is stretched.
  fit() {
    this.pxPerMm = calibratedFor(screenNow());
    const box = this.renderRoot.querySelector('.paper').getBoundingClientRect();
    const ratio = devicePixelRatio || 1;
    this.canvas.width = Math.round(box.width * ratio);
    this.canvas.height = Math.round(box.height * ratio);
    this.canvas.style.width = `${box.width}px`;
    this.canvas.style.height = `${box.height}px`;
    this.pen = this.canvas.getContext('2d');
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.width = box.width;
    this.height = box.height;
    const style = getComputedStyle(this);
    this.ink = Object.fromEntries(['paper', 'grid', 'grid-heavy', 'trace', 'soft', 'red']
      .map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    this.sweepX = 0;
    this.last = this.leads.map(() => null);
    this.paint();
  }

  // Columns and the height of a row: 12 leads in 2 x 6.
  get shape() {
    const columns = this.leads.length > 6 ? 2 : 1;
    const rows = Math.ceil(Math.max(this.leads.length, 1) / columns);
    return { columns, rows, width: this.width / columns, height: this.height / rows };
  }

  place(lead) {
    const { rows, width, height } = this.shape;
    const column = Math.floor(lead / rows);
    return { left: column * width, top: (lead % rows) * height, width, height };
  }

  paint() {
    if (!this.pen) {
      return;
    }
    this.grid(0, this.width);
    this.leads.forEach((lead, at) => this.label(lead, at));
  }

  grid(from, to) {
    const pen = this.pen;
    pen.fillStyle = this.ink.paper;
    pen.fillRect(from, 0, to - from, this.height);
    const mm = this.scale;
    for (const [every, color] of [[1, this.ink.grid], [5, this.ink['grid-heavy']]]) {
      pen.strokeStyle = color;
      pen.lineWidth = every === 5 ? 1 : 0.5;
      pen.beginPath();
      for (let n = Math.ceil(from / (mm * every)); n * mm * every <= to; n++) {
        const x = Math.round(n * mm * every) + 0.5;
        pen.moveTo(x, 0);
        pen.lineTo(x, this.height);
      }
      for (let n = 0; n * mm * every <= this.height; n++) {
        const y = Math.round(n * mm * every) + 0.5;
        pen.moveTo(from, y);
        pen.lineTo(to, y);
      }
      pen.stroke();
    }
  }

  label(lead, at) {
    const place = this.place(at);
    const off = this.off.includes(lead);
    this.pen.font = '600 18px sans-serif';
    this.pen.fillStyle = off ? this.ink.red : this.ink.trace;
    this.pen.fillText(off ? `${lead} ⚠` : lead, place.left + 6, place.top + 20);
  }

  advance() {
    const now = performance.now();
    const silent = this.lastAt && now - this.lastAt > STALE_MILLIS ? Math.floor((now - this.lastAt) / 1000) : 0;
    if (silent !== this.stale) {
      this.stale = silent;
    }
    if (!this.pen || !this.hertz || !this.queue.length) {
      return;
    }
    const due = Math.floor(((now - this.startAt) / 1000) * this.hertz) - this.played;
    const behind = this.queue.length > this.hertz; // a second behind: catch up rather than drift
    const count = Math.min(this.queue.length, Math.max(0, due) + (behind ? this.queue.length - this.hertz : 0));
    if (due > count) {
      this.startAt += ((due - count) / this.hertz) * 1000; // ran dry: go on from here without a jump
    }
    for (let n = 0; n < count; n++) {
      this.draw(this.queue.shift());
      this.played++;
    }
  }

  draw(moment) {
    const { width } = this.shape;
    const step = (MM_PER_SECOND * this.scale) / this.hertz;
    const from = this.sweepX;
    let to = from + step;
    if (to > width) {
      this.sweepX = 0;
      this.last = this.leads.map(() => null);
      to = step;
      this.erase(0, Math.floor(ERASE_MM * this.scale));
      this.leads.forEach((lead, at) => this.label(lead, at));
    } else {
      this.erase(Math.ceil(to) + 1, Math.floor(Math.min(width, to + ERASE_MM * this.scale)));
    }
    const pen = this.pen;
    const start = this.sweepX;
    this.leads.forEach((lead, at) => {
      const place = this.place(at);
      const middle = place.top + place.height * 0.55;
      const y = middle - (moment.values[at] / 1000) * MM_PER_MV * this.scale;
      const shown = Math.max(2, Math.min(this.height - 2, y)); // over its neighbours as on paper: a cut wave would be another wave
      const last = this.last[at];
      if (last !== null && !moment.gap && !moment.off.includes(lead)) {
        pen.strokeStyle = this.ink.trace;
        pen.lineWidth = 1.4;
        pen.beginPath();
        pen.moveTo(place.left + start, last);
        pen.lineTo(place.left + to, shown);
        pen.stroke();
      }
      this.last[at] = moment.off.includes(lead) ? null : shown;
    });
    this.sweepX = to;
  }

  // Whole pixels only: a border drawn in part would fade what stands beside it.
  erase(from, to) {
    const { columns, width } = this.shape;
    if (to <= from) {
      return;
    }
    const pen = this.pen;
    for (let column = 0; column < columns; column++) {
      pen.save();
      pen.beginPath();
      pen.rect(Math.round(column * width) + from, 0, to - from, this.height);
      pen.clip();
      this.grid(column * width + from - 1, column * width + to + 2);
      if (from < 60) {
        this.leads.forEach((lead, at) => this.label(lead, at));
      }
      pen.restore();
    }
  }

  calibrate() {
    this.calibrating = this.scale * CARD_MM;
  }

  calibrated() {
    this.pxPerMm = this.calibrating / CARD_MM;
    localStorage.setItem(STORED, JSON.stringify({ screen: screenNow(), pxPerMm: this.pxPerMm }));
    this.calibrating = 0;
    this.fit();
  }

  render() {
    const lost = this.unit && !this.unit.connected;
    return html`
      <div class="paper">
        <canvas aria-label=${say('scale')}></canvas>
        ${lost ? html`<div class="say"><b>${say('trace.lost')}</b></div>`
          : this.lastAt && this.stale && this.recording ? html`<div class="say"><b>${say('trace.stale', this.stale)}</b></div>`
          : this.playing ? '' : html`<div class="say">${say('trace.none')}</div>`}
        ${this.calibrating ? this.renderCard() : ''}
      </div>
      <div class="foot">
        <span>${say('scale')}</span>
        ${this.pxPerMm ? '' : html`<span class="warn">${say('scale.uncalibrated')}</span>`}
        <button @click=${this.calibrate}>${say('calibrate')}</button>
        ${this.off.length && !lost ? html`<div class="off" role="alert">${say('lead.off', this.off.join(' '))}</div>` : ''}
      </div>`;
  }

  renderCard() {
    return html`<div class="card">
      <p>${say('calibrate.how')}</p>
      <div class="frame" id="frame"></div>
      <input type="range" min="200" max="700" .value=${String(this.calibrating)} aria-label=${say('calibrate')}
        @input=${(event) => { this.calibrating = Number(event.target.value); }}>
      <button @click=${this.calibrated}>${say('calibrate.done')}</button>
    </div>`;
  }

  updated() {
    const frame = this.renderRoot.querySelector('#frame');
    if (frame) {
      frame.style.width = `${this.calibrating}px`; // set by script: the page's policy allows no style attributes
    }
  }
}

customElements.define('sweep-trace', SweepTrace);
