import { LitElement, css, html } from 'lit';
import { through } from '../../ecg/filtered.js';
import { words } from '../../api.js';
import { shared } from '../shared-styles.js';
import './ecg-overlay.js';
import './ecg-paper.js';

const DAY_MILLIS = 86_400_000;

/** An earlier exam of the same patient: which one, and its sheet below the present one or its median beat over the present one's. */
class EcgPrior extends LitElement {
  static properties = {
    t: { attribute: false },
    comparison: { attribute: false },
    revision: { type: Number },
    startedAt: {},
    overlay: { type: Boolean },
    paper: { attribute: false },
    filter: { attribute: false },
    foot: { attribute: false },
    pxPerMm: { type: Number },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin: 4px 0; font-size: 0.9rem; }
      .badge { background: var(--trace-earlier); color: var(--panel); font-weight: 700; border-radius: 4px; padding: 1px 8px; }
      label { display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center; min-width: 0; max-width: 100%; }
      select { min-height: 28px; min-width: 0; max-width: 100%; }
      .framed { border: 3px dashed var(--trace-earlier); border-radius: 6px; }
    `,
  ];

  render() {
    const { t, comparison } = this;
    if (comparison.trouble) {
      return html`<p class="problem" role="alert">${words(t, comparison.trouble)}</p>`;
    }
    if (!comparison.earlier) {
      return html`<p class="muted" role="status">${t('prior.loading')}</p>`;
    }
    return comparison.earlier.length ? html`${this.#head()} ${this.overlay ? this.#overlay() : this.#sheet()}` : html`<p class="box" role="status">${t('prior.none')}</p>`;
  }

  #head() {
    const { t, comparison } = this;
    return html`
      <div class="head">
        <span class="badge">${t('prior.badge')}</span>
        <label>${t('prior.which')}
          <select name="earlier" @change=${(event) => comparison.choose(event.target.value)}>
            ${comparison.earlier.map((exam, at) => html`<option value=${exam.id} .selected=${exam.id === comparison.chosen}>${this.#named(exam, at)}</option>`)}
          </select>
        </label>
      </div>
    `;
  }

  #named(exam, at) {
    const { t, comparison } = this;
    const rank = at === 0 ? t('prior.nearest') : at === comparison.earlier.length - 1 ? t('prior.oldest') : '';
    const days = Math.floor((Date.parse(this.startedAt) - Date.parse(exam.takenAt)) / DAY_MILLIS);
    const before = days > 0 ? t('prior.days', { days }) : t('prior.sameDay');
    return [dated(exam.takenAt, t.language), before, t(`level.${exam.level}`), exam.code, rank].filter(Boolean).join(' · ');
  }

  get #when() {
    const chosen = this.comparison.earlier.find((exam) => exam.id === this.comparison.chosen);
    return dated(chosen.takenAt, this.t.language);
  }

  #sheet() {
    const { t, comparison, paper } = this;
    comparison.needWaveform();
    const label = t('prior.sheet', { when: this.#when });
    const waveform = through(comparison.waveform, this.filter);
    const foot = waveform ? [`${label}  ·  ${this.foot[0]}`, this.foot[1]] : [t('viewer.loading')];
    return html`<div class="framed"><ecg-paper .t=${t} .paper=${paper} .waveform=${waveform} .pxPerMm=${this.pxPerMm} .foot=${foot} .label=${label}></ecg-paper></div>`;
  }

  #overlay() {
    const { t, comparison } = this;
    comparison.needEarlierBeat();
    return comparison.beat && comparison.earlierBeat
      ? html`<ecg-overlay .t=${t} .now=${comparison.beat} .earlier=${comparison.earlierBeat} .limits=${comparison.limits} .when=${this.#when} .pxPerMm=${this.pxPerMm}></ecg-overlay>`
      : html`<p class="muted" role="status">${t('prior.loading')}</p>`;
  }
}

function dated(iso, locale) {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false };
  return new Intl.DateTimeFormat(locale, options).format(new Date(iso));
}

customElements.define('ecg-prior', EcgPrior);
