import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { hubNow } from '../../clock.js';
import { shared } from '../shared-styles.js';
import { instant, local } from './saving.js';

/** Who would be called now, or at another moment: every rung of the ladder, and its hole. */
class EcgWhoNow extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    lines: { state: true },
    at: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
      .when { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
      label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; font-weight: 600; font-size: 0.9rem; }
      dl { margin: 0; display: grid; gap: 4px; }
      .rung { border: 1px solid var(--line); border-radius: 6px; padding: 4px 8px; }
      .rung.hole { border-color: var(--red); border-width: 2px; }
      dt { font-weight: 700; font-size: 0.9rem; }
      dd { margin: 2px 0 0; overflow-wrap: anywhere; }
      .gap { color: var(--red); font-weight: 700; }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#now();
  }

  render() {
    const t = this.t;
    return html`<section class="box">
      <h2>${t('who.title')}</h2>
      <div class="when">
        <label>${t('who.at')}<input type="datetime-local" .value=${local(this.at)} @change=${this.#then} /></label>
        <button @click=${this.#now}>${t('who.now')}</button>
      </div>
      ${this.complaint ? html`<p class="problem" role="alert">${this.complaint}</p>` : ''}
      <dl>${(this.lines ?? []).map((line) => this.#line(line))}</dl>
    </section>`;
  }

  #line(line) {
    const t = this.t;
    return html`<div class="rung ${line.called.length ? '' : 'hole'}">
      <dt>${t(`who.rung.${line.rung}`)}</dt>
      ${line.called.map((one) => html`<dd>${one.name} · ${one.channel} · ${one.address}
        ${one.tier === line.to ? '' : html`<span class="chip">${t('who.standIn', { tier: t(`roster.tier.${one.tier}`) })}</span>`}
        ${one.loudEnough || line.urgency === 'PUSH' ? '' : html`<span class="chip">${t('who.quiet')}</span>`}</dd>`)}
      ${line.gaps.map((gap) => html`<dd class="gap">${t(`roster.tier.${gap.tier}`)}: ${t(`who.gap.${gap.why}`)}</dd>`)}
      ${line.called.length ? '' : html`<dd class="gap">${t('who.nobody')}</dd>`}
    </div>`;
  }

  #now = () => this.#look(hubNow());

  #then = (event) => event.target.value && this.#look(instant(event.target.value));

  async #look(at) {
    this.at = at;
    try {
      this.lines = (await this.api.get(`/api/roster/now?at=${new Date(at).toISOString()}`, true)).lines;
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-who-now', EcgWhoNow);
