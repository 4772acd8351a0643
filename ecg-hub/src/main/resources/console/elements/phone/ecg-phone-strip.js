import { LitElement, css, html } from 'lit';
import { screenScale } from '../../ecg/scale.js';
import { sheet } from '../../ecg/sheet.js';
import { shared } from '../shared-styles.js';
import '../viewer/ecg-findings.js';
import '../viewer/ecg-paper.js';

const SECONDS = 10;

/** Twelve leads below one another, to be pushed sideways; the evidence of the leading finding is lit from the start. */
class EcgPhoneStrip extends LitElement {
  static properties = {
    t: { attribute: false },
    waveform: { attribute: false },
    reading: { attribute: false },
    trouble: {},
    lit: { state: true },
    start: { state: true },
  };

  static styles = [
    shared,
    css`
      .over { position: absolute; inset: 0; pointer-events: none; }
      .leads { position: sticky; left: 0; width: max-content; margin: 0; padding: calc(10 * var(--mm)) 0 0; list-style: none; }
      .leads li { height: calc(12.5 * var(--mm)); display: flex; align-items: center; }
      .leads span { background: var(--paper); color: var(--trace-label); font-weight: 700; font-size: 0.85rem; padding: 0 3px; border-radius: 3px; opacity: 0.92; }
      .pages { display: flex; gap: 8px; align-items: center; justify-content: space-between; margin-top: 6px; }
      summary { min-height: 44px; display: flex; align-items: center; font-weight: 700; cursor: pointer; color: var(--accent); }
      p { margin: 0 0 6px; }
    `,
  ];

  constructor() {
    super();
    this.start = 0;
  }

  willUpdate(changed) {
    if (changed.has('reading') && this.lit === undefined) {
      this.lit = evidence(this.reading);
    }
    if (changed.has('waveform') && this.waveform && this.lit?.beats.length) {
      this.start = Math.floor(this.lit.beats[0] / this.waveform.rate / SECONDS) * SECONDS;
    }
  }

  render() {
    const { t, waveform } = this;
    const { pxPerMm } = screenScale();
    this.style.setProperty('--mm', `${pxPerMm}px`);
    const paper = sheet({ layout: '12x1', start: this.start, seconds: SECONDS });
    return html`
      ${this.#problems()}
      <ecg-paper .t=${t} .paper=${paper} .waveform=${waveform} .pxPerMm=${pxPerMm} .lit=${this.lit}
        .foot=${[waveform ? '25 mm/s  10 mm/mV' : t('viewer.loading')]} .label=${t('phone.ecg')}>
        <div class="over" aria-hidden="true">
          <ul class="leads">${paper.segments.map((one) => html`<li><span>${one.lead}</span></li>`)}</ul>
        </div>
      </ecg-paper>
      ${this.#pages()}
      <details>
        <summary>${t('phone.evidence')}</summary>
        <ecg-findings .t=${t} .reading=${this.reading} @lit=${(event) => (this.lit = event.detail)}></ecg-findings>
      </details>
    `;
  }

  #pages() {
    const total = this.waveform?.seconds ?? 0;
    if (total <= SECONDS + 0.5) {
      return '';
    }
    return html`
      <div class="pages">
        <button ?disabled=${this.start <= 0} @click=${() => (this.start = Math.max(0, this.start - SECONDS))}>◀ ${this.t('viewer.earlier')}</button>
        <button ?disabled=${this.start + SECONDS >= total} @click=${() => (this.start += SECONDS)}>${this.t('viewer.later')} ▶</button>
      </div>
    `;
  }

  #problems() {
    const t = this.t;
    const problems = this.trouble
      ? [t('problem.unreadable', { reason: this.trouble })]
      : (this.waveform?.problems ?? []).map((one) => t(`problem.${one.code}`, { lead: one.lead }));
    return problems.length ? html`<p class="problem" role="alert">${t('problem.title')} ${problems.join('; ')}</p>` : '';
  }
}

/** Leads and beats of the first red finding. */
function evidence(reading) {
  const first = reading?.findings.find((one) => one.level === 'RED');
  return first
    ? {
        leads: [...new Set(first.evidence.map((one) => one.lead).filter(Boolean))],
        beats: [...new Set(first.evidence.flatMap((one) => one.beats))].sort((a, b) => a - b),
      }
    : undefined;
}

customElements.define('ecg-phone-strip', EcgPhoneStrip);
