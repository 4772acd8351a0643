import { LitElement, css, html } from 'lit';
import { screenScale } from '../ecg/scale.js';
import { LAYOUTS, overflowing, sheet } from '../ecg/sheet.js';
import { onKey } from '../keys.js';
import { shared } from './shared-styles.js';
import './ecg-calibrate.js';
import './ecg-paper.js';

const SPEEDS = [25, 50];
const GAINS = [10, 20, 5];
const WINDOW_SECONDS = 10;

/** The still 12-lead viewer: layout, speed, gain, the part of a long recording, and what is wrong with the waveform. */
class EcgViewer extends LitElement {
  static properties = {
    t: { attribute: false },
    waveform: { attribute: false },
    trouble: {},
    lit: { attribute: false },
    layout: { state: true },
    speed: { state: true },
    gain: { state: true },
    start: { state: true },
    scale: { state: true },
    calibrating: { state: true },
  };

  static styles = [
    shared,
    css`
      .tools { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin-bottom: 4px; font-size: 0.9rem; }
      .tools label { display: inline-flex; gap: 4px; align-items: center; }
      .loud { background: var(--red); color: var(--panel); font-weight: 700; padding: 2px 8px; border-radius: 4px; }
      .over { color: var(--amber); font-weight: 700; }
      .problem { margin: 0 0 6px; }
      .problem ul { margin: 2px 0 0; padding-left: 20px; }
    `,
  ];

  constructor() {
    super();
    this.#standard();
    this.layout = '3x4+1';
    this.scale = screenScale();
  }

  #keys = (event) =>
    onKey(event, {
      s: () => (this.speed = next(SPEEDS, this.speed)),
      g: () => (this.gain = next(GAINS, this.gain)),
      1: () => (this.layout = '3x4+1'),
      2: () => (this.layout = '6x2'),
      3: () => (this.layout = '12x1'),
    });
  #screen = () => (this.scale = screenScale());

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
    addEventListener('resize', this.#screen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keys);
    removeEventListener('resize', this.#screen);
  }

  /** Gain and speed are the standard ones for every new recording. */
  #standard() {
    this.speed = SPEEDS[0];
    this.gain = GAINS[0];
    this.start = 0;
  }

  willUpdate(changed) {
    if (changed.has('waveform') && changed.get('waveform')) {
      this.#standard();
    }
    if (changed.has('lit') && this.lit?.beats.length && this.waveform) {
      this.#turnTo(this.lit.beats[0] / this.waveform.rate);
    }
  }

  #turnTo(second) {
    if (second < this.start || second >= this.start + WINDOW_SECONDS) {
      this.start = Math.floor(second / WINDOW_SECONDS) * WINDOW_SECONDS;
    }
  }

  render() {
    const paper = sheet({ layout: this.layout, start: this.start, seconds: WINDOW_SECONDS, speed: this.speed, gain: this.gain });
    return html`
      ${this.#tools(paper)} ${this.#problems()}
      <ecg-paper .paper=${paper} .waveform=${this.waveform} .pxPerMm=${this.scale.pxPerMm} .lit=${this.lit}
        .foot=${this.#foot()} .label=${this.#label()}></ecg-paper>
      ${this.calibrating
        ? html`<ecg-calibrate .t=${this.t} @kept=${this.#screen} @closed=${() => (this.calibrating = false)}></ecg-calibrate>`
        : ''}
    `;
  }

  #tools(paper) {
    const t = this.t;
    const select = (name, values, value, set) => html`
      <label>${t(`viewer.${name}`)}
        <select @change=${(event) => set(event.target.value)}>
          ${values.map((one) => html`<option value=${one} ?selected=${one === value}>${one}</option>`)}
        </select>
      </label>`;
    return html`
      <div class="tools">
        ${select('layout', Object.keys(LAYOUTS), this.layout, (value) => (this.layout = value))}
        ${select('speed', SPEEDS, this.speed, (value) => (this.speed = Number(value)))}
        ${select('gain', GAINS, this.gain, (value) => (this.gain = Number(value)))}
        ${this.#pages()}
        ${this.gain === 10 ? '' : html`<span class="loud" role="status">${t('viewer.gainWarning', { gain: this.gain })}</span>`}
        ${this.speed === 25 ? '' : html`<span class="loud" role="status">${t('viewer.speedWarning', { speed: this.speed })}</span>`}
        ${this.#overflow(paper)}
        <button @click=${() => (this.calibrating = true)}>${t('viewer.calibrate')}</button>
      </div>
    `;
  }

  #overflow(paper) {
    const leads = this.waveform ? overflowing(paper, this.waveform) : [];
    return leads.length && this.gain > 5
      ? html`<span class="over" role="status">${this.t('viewer.overflow', { leads: leads.join(' ') })}</span>`
      : '';
  }

  #pages() {
    const total = this.waveform?.seconds ?? 0;
    if (total <= WINDOW_SECONDS + 0.5) {
      return '';
    }
    const to = Math.min(total, this.start + WINDOW_SECONDS);
    return html`
      <button ?disabled=${this.start <= 0} @click=${() => (this.start = Math.max(0, this.start - WINDOW_SECONDS))}>
        ◀ ${this.t('viewer.earlier')}
      </button>
      <span>${this.t('viewer.window', { from: this.start, to: to.toFixed(1), total: total.toFixed(1) })}</span>
      <button ?disabled=${this.start + WINDOW_SECONDS >= total} @click=${() => (this.start += WINDOW_SECONDS)}>
        ${this.t('viewer.later')} ▶
      </button>
    `;
  }

  #problems() {
    const t = this.t;
    const problems = this.trouble
      ? [t('problem.unreadable', { reason: this.trouble })]
      : (this.waveform?.problems ?? []).map((one) => t(`problem.${one.code}`, { lead: one.lead }));
    return problems.length
      ? html`<div class="problem" role="alert">${t('problem.title')}
          <ul>${problems.map((one) => html`<li>${one}</li>`)}</ul></div>`
      : '';
  }

  #foot() {
    const t = this.t;
    if (!this.waveform) {
      return [this.trouble ? t('problem.unreadable', { reason: this.trouble }) : t('viewer.loading')];
    }
    const computed = ['III', 'aVR', 'aVL', 'aVF'].filter((lead) => this.waveform.derived(lead));
    return [
      [`${this.speed} mm/s  ${this.gain} mm/mV`, `${t('viewer.raw')}  ${this.waveform.rate} Hz`, this.#calibration()],
      [this.layout === '3x4+1' && t('viewer.simultaneous'), computed.length && t('viewer.derived', { leads: computed.join(' ') })],
    ].map((line) => line.filter(Boolean).join('  ·  '));
  }

  #calibration() {
    return this.t(this.scale.calibrated ? 'viewer.calibrated' : 'viewer.uncalibrated');
  }

  #label() {
    const seconds = this.waveform ? this.waveform.seconds.toFixed(1) : 0;
    const leads = this.waveform?.leads.join(' ') ?? '';
    return this.t('viewer.label', { speed: this.speed, gain: this.gain, seconds, leads });
  }
}

function next(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}

customElements.define('ecg-viewer', EcgViewer);
