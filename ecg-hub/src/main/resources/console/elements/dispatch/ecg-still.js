import { LitElement, css, html } from 'lit';
import { timeOf } from '../../clock.js';
import { screenScale } from '../../ecg/scale.js';
import { sheet } from '../../ecg/sheet.js';
import { parseWaveform } from '../../ecg/waveform.js';
import { language, otherLanguage, speak } from '../../words.js';
import { shared } from '../shared-styles.js';
import '../viewer/ecg-paper.js';

const SECONDS = 10;

/** The whole page behind a link that 120 was sent: the still ECG, no login, no name. The link's token stands behind the #. */
class EcgStill extends LitElement {
  static properties = {
    t: { state: true },
    shown: { state: true },
    waveform: { state: true },
    refusal: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { padding: 10px 12px; display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }
      header { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; justify-content: space-between; }
      button { min-height: 44px; }
      .what { margin: 0; padding: 0; list-style: none; font-weight: 700; font-size: 1.1rem; }
      p { margin: 0; }
    `,
  ];

  async connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => this.#open());
    this.t = await speak(language());
    await this.#open();
  }

  async #open() {
    this.shown = this.waveform = this.refusal = undefined;
    try {
      this.shown = await (await this.#call('/api/dispatch/ecg')).json();
      this.waveform = parseWaveform(await (await this.#call('/api/dispatch/ecg/waveform')).arrayBuffer());
    } catch (error) {
      this.refusal = error.message;
    }
  }

  async #call(path) {
    const token = location.hash.slice(1);
    const answer = await fetch(path, { headers: { Authorization: `Bearer ${token}` }, cache: 'no-store', credentials: 'omit' });
    if (!answer.ok) {
      const { code } = await answer.json().catch(() => ({}));
      throw new Error(code ?? 'OTHER');
    }
    return answer;
  }

  render() {
    const { t } = this;
    if (!t) {
      return html``;
    }
    return html`
      <header>
        <h1>${t('dispatch.still.title')}</h1>
        <button lang=${otherLanguage()} @click=${this.#speak}>${t('language')}</button>
      </header>
      <main>${this.refusal ? this.#refused() : this.shown ? this.#ecg() : html`<p>${t('viewer.loading')}</p>`}</main>
    `;
  }

  #refused() {
    const key = `dispatch.still.${this.refusal}`;
    return html`<p class="problem" role="alert">${this.t(this.t.has(key) ? key : 'dispatch.still.OTHER')}</p>`;
  }

  #ecg() {
    const { t, shown } = this;
    const paper = sheet(innerWidth < 700 ? { layout: '12x1', seconds: SECONDS } : { seconds: SECONDS });
    const age = shown.patient.ageYears === undefined ? t('age.unknown') : t('age', { age: shown.patient.ageYears });
    return html`
      ${shown.drill ? html`<p class="warning">${t('drill')}</p>` : ''}
      <p>${t('dispatch.case', { number: shown.case })} · ${shown.site.name} · ${t(`sex.${shown.patient.sex}`)} ${age}
        · ${t('case.started')} ${timeOf(shown.recordedAt, t.language)}</p>
      <ul class="what">${shown.findings.map((one) => html`<li>${t.either(one)}</li>`)}</ul>
      <p class="warning">${shown.confirmedBy.length
        ? t('dispatch.confirmed', { by: shown.confirmedBy.join(', ') })
        : t('case.unconfirmed')}</p>
      <ecg-paper .t=${t} .paper=${paper} .waveform=${this.waveform} .pxPerMm=${screenScale().pxPerMm}
        .foot=${[`25 mm/s  10 mm/mV`, t('viewer.raw')]} .label=${t('dispatch.still.title')}></ecg-paper>
      <p class="muted">${t('dispatch.still.until', { time: timeOf(shown.expiresAt, t.language) })}</p>
    `;
  }

  async #speak() {
    this.t = await speak(otherLanguage());
  }
}

customElements.define('ecg-still', EcgStill);
