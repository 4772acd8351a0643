import { LitElement, css, html } from 'lit';
import { Arriving } from '../../ecg/arriving.js';
import { screenScale, watchScreen } from '../../ecg/scale.js';
import { sheet } from '../../ecg/sheet.js';
import { Sweep, sweepSheet } from '../../ecg/sweep.js';
import { parseWaveform } from '../../ecg/waveform.js';
import { onKey } from '../../keys.js';
import { shared } from '../shared-styles.js';
import { paperColours } from './paper-colours.js';
import { paperWords } from './paper-words.js';
import './ecg-paper.js';

const STALE_SECONDS = 2;
const SHEET_SECONDS = 10;

/** An exam while it arrives: a sweep, with the age of its last sample. It can be frozen and scrolled back by a minute. */
class EcgLive extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    examId: {},
    age: { state: true },
    frozen: { state: true },
    back: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin-bottom: 4px; }
      .live { background: var(--red); color: var(--panel); font-weight: 700; border-radius: 4px; padding: 1px 8px; }
      .still { background: #ffd600; color: #1a1400; font-weight: 700; border-radius: 4px; padding: 1px 8px; }
      .monitor { position: relative; }
      .scroll { overflow: auto; border: 1px solid var(--line); border-radius: 4px; }
      .stale { position: absolute; top: 40%; left: 50%; transform: translate(-50%, -50%); font-size: 1.3rem; padding: 10px 18px; border: 3px solid var(--red); border-radius: 8px; pointer-events: none; }
      canvas { display: block; }
      label { display: flex; gap: 8px; align-items: center; }
      label input { width: 220px; }
    `,
  ];

  arriving = new Arriving();
  #arrived = 0;
  #busy = false;
  #again = false;
  #frame = 0;
  #timer = 0;
  #hear = (event) => event.detail.name === 'chunk' && event.detail.examId === this.examId && this.#fetch();
  #lay = () => this.#layPaper();
  #watch = new ResizeObserver(this.#lay);
  #keys = (event) => onKey(event, { ' ': () => void this.#freeze() });

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    addEventListener('ecg-theme', this.#lay);
    addEventListener('keydown', this.#keys);
    this.unwatch = watchScreen(this.#lay);
    this.#timer = setInterval(() => this.#tick(), 250);
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    removeEventListener('ecg-theme', this.#lay);
    removeEventListener('keydown', this.#keys);
    this.unwatch();
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#watch.disconnect();
  }

  render() {
    const t = this.t;
    const age = (this.age ?? 0).toFixed(1);
    const { rate, length } = this.arriving;
    return html`
      <div class="head">
        <span class="live">● ${t('live.title')}</span>
        <span>${t('live.seconds', { seconds: rate ? (length / rate).toFixed(0) : 0 })}</span>
        <span class="muted">${t('live.age', { age })}</span>
        <span class="muted">25 mm/s 10 mm/mV · ${t('viewer.raw')} · ${t('viewer.acOff')}</span>
        <button aria-pressed=${Boolean(this.frozen)} ?disabled=${!rate} @click=${this.#freeze}>${t(this.frozen ? 'live.go' : 'live.freeze')}</button>
      </div>
      <div class="monitor">
        <div class="scroll" tabindex="0" role="region" aria-label=${t('live.title')} ?hidden=${Boolean(this.frozen)}>
          <canvas role="img" aria-label=${t('live.title')}></canvas>
        </div>
        ${this.age > STALE_SECONDS ? html`<div class="problem stale" role="alert">${t('live.stale', { age })}</div>` : ''}
        ${this.frozen ? this.#still() : ''}
      </div>
    `;
  }

  /** The last minute standing still, ten seconds of it at a time; the sweep goes on behind it. */
  #still() {
    const { t, frozen, back } = this;
    const most = Math.max(0, Math.ceil(frozen.seconds - SHEET_SECONDS));
    const start = Math.max(0, frozen.seconds - SHEET_SECONDS - back);
    const paper = sheet({ layout: '6x2', start, seconds: SHEET_SECONDS });
    const words = t('live.frozen', { seconds: back });
    return html`
      <div class="head">
        <span class="still" role="status">${words}</span>
        <label>${t('live.back')}
          <input type="range" min="0" max=${Math.min(60, most)} step="1" .value=${String(back)} @input=${(event) => (this.back = Number(event.target.value))} />
        </label>
      </div>
      <ecg-paper .t=${t} .paper=${paper} .waveform=${frozen} .pxPerMm=${screenScale().pxPerMm} .label=${words}
        .foot=${[`25 mm/s  10 mm/mV  ·  ${t('viewer.raw')} · ${t('viewer.acOff')}`, words]}></ecg-paper>
    `;
  }

  firstUpdated() {
    this.sweep = new Sweep(this.renderRoot.querySelector('canvas'), this.arriving);
    this.#layPaper();
    const step = (now) => {
      this.sweep.frame(now);
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
    this.#fetch();
  }

  #layPaper() {
    if (!this.sweep) {
      return;
    }
    const paper = sweepSheet();
    const { pxPerMm } = screenScale();
    const canvas = this.sweep.canvas;
    const cssWidth = Math.max(this.clientWidth - 2, Math.ceil(paper.widthMm * pxPerMm));
    const cssHeight = Math.ceil(paper.heightMm * pxPerMm);
    canvas.style.width = `${cssWidth}px`;
    canvas.style.height = `${cssHeight}px`;
    const says = paperWords(this.t);
    this.sweep.lay({ paper, pxPerMm, cssWidth, cssHeight, ratio: devicePixelRatio, colours: paperColours(this), says });
  }

  /** One request at a time, from where the trace ends. */
  async #fetch() {
    if (this.#busy || !this.sweep) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      const part = parseWaveform(await this.api.bytes(`/api/exams/${this.examId}/live?from=${this.arriving.length}`));
      if (part.samples > 0) {
        this.arriving.append(part);
        this.sweep.arrived();
        this.#arrived = performance.now();
      }
    } catch {
      this.#again = false; // the age grows on the screen; the next chunk asks again
    } finally {
      this.#busy = false;
      if (this.#again) {
        this.#again = false;
        this.#fetch();
      }
    }
  }

  #freeze() {
    this.back = 0;
    this.frozen = this.frozen || !this.arriving.rate ? undefined : this.arriving.frozen();
  }

  #tick() {
    this.age = this.#arrived ? (performance.now() - this.#arrived) / 1000 : 0;
  }
}

customElements.define('ecg-live', EcgLive);
