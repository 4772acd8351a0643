import { LitElement, css, html } from 'lit';
import { Sweep, sweepSheet } from '../ecg/sweep.js';
import { parseWaveform } from '../ecg/waveform.js';
import { screenScale } from '../ecg/scale.js';
import { paperColours } from './ecg-paper.js';
import { shared } from './shared-styles.js';

const STALE_SECONDS = 2;

/** An exam while it arrives: a sweep, with the age of its last sample. */
class EcgLive extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    examId: {},
    age: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-bottom: 4px; }
      .live { background: var(--red); color: var(--panel); font-weight: 700; border-radius: 4px; padding: 1px 8px; }
      .scroll { overflow: auto; border: 1px solid var(--line); border-radius: 4px; position: relative; }
      canvas { display: block; }
    `,
  ];

  #arrived = 0;
  #busy = false;
  #again = false;
  #frame = 0;
  #timer = 0;
  #hear = (event) => event.detail.name === 'chunk' && event.detail.examId === this.examId && this.#fetch();
  #lay = () => this.#layPaper();
  #watch = new ResizeObserver(this.#lay);

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    addEventListener('ecg-theme', this.#lay);
    this.#timer = setInterval(() => this.#tick(), 250);
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    removeEventListener('ecg-theme', this.#lay);
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#watch.disconnect();
  }

  render() {
    const t = this.t;
    const age = (this.age ?? 0).toFixed(1);
    const seconds = this.sweep?.rate ? (this.sweep.length / this.sweep.rate).toFixed(0) : 0;
    return html`
      <div class="head">
        <span class="live">● ${t('live.title')}</span>
        <span>${t('live.seconds', { seconds })}</span>
        ${this.age > STALE_SECONDS
          ? html`<span class="problem">${t('live.stale', { age })}</span>`
          : html`<span class="muted">${t('live.age', { age })}</span>`}
        <span class="muted">25 mm/s 10 mm/mV · ${t('viewer.raw')}</span>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('live.title')}>
        <canvas role="img" aria-label=${t('live.title')}></canvas>
      </div>
    `;
  }

  firstUpdated() {
    this.sweep = new Sweep(this.renderRoot.querySelector('canvas'));
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
    this.sweep.lay({ paper, pxPerMm, cssWidth, cssHeight, ratio: devicePixelRatio, colours: paperColours(this) });
  }

  /** One request at a time, from where the trace ends. */
  async #fetch() {
    if (this.#busy || !this.sweep) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      const part = parseWaveform(await this.api.bytes(`/api/exams/${this.examId}/live?from=${this.sweep.length}`));
      if (part.samples > 0) {
        this.sweep.append(part);
        this.#arrived = performance.now();
      }
    } catch {
      this.#again = this.#again && false; // the age grows on the screen; the next chunk asks again
    } finally {
      this.#busy = false;
      if (this.#again) {
        this.#again = false;
        this.#fetch();
      }
    }
  }

  #tick() {
    this.age = this.#arrived ? (performance.now() - this.#arrived) / 1000 : 0;
  }
}

customElements.define('ecg-live', EcgLive);
