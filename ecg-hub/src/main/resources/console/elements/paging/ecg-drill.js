import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

const RULES = ['R01', 'R03', 'R05', 'R10', 'R11', 'R19', 'R22'];

/** Starting an exercise, and how the last ones went. */
class EcgDrill extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    state: { state: true },
    busy: { state: true },
    complaint: { state: true },
    begun: { state: true },
  };

  static styles = [
    shared,
    css`
      .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(330px, 100%), 1fr)); gap: 10px; margin-top: 8px; align-items: start; }
      form, section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
      label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; font-weight: 600; font-size: 0.9rem; }
      input, select { font-weight: 400; width: 100%; min-width: 0; }
      .check { display: flex; gap: 6px; align-items: center; }
      .check input { width: auto; min-height: 0; }
      ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 6px; }
      li { border: 1px solid var(--line); border-radius: 6px; padding: 6px 8px; overflow-wrap: anywhere; }
      p { margin: 0; }
    `,
  ];

  #hear = (event) => event.detail.name === 'case' && this.#load();

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
  }

  render() {
    const t = this.t;
    return html`
      <h1>${t('drill.title')}</h1>
      <p class="muted">${t('drill.hint')}</p>
      ${this.complaint ? html`<p class="problem" role="alert">${this.complaint}</p>` : ''}
      <div class="two">
        ${this.state?.mayStart ? this.#form() : ''}
        <section class="box">
          <h2>${t('drill.last')}</h2>
          ${this.state?.drills.length ? html`<ul>${this.state.drills.map((drill) => this.#drill(drill))}</ul>` : html`<p>${t('drill.none')}</p>`}
        </section>
      </div>
    `;
  }

  #form() {
    const t = this.t;
    return html`<form class="box" @submit=${this.#start}>
      <h2>${t('drill.new')}</h2>
      <label>${t('drill.site')}<select name="site" required>
        ${this.state.sites.map((site) => html`<option value=${site.code}>${site.name} (${site.code})</option>`)}
      </select></label>
      <label>${t('drill.rule')}<select name="rule">${RULES.map((rule) => html`<option value=${rule}>${rule} · ${t(`drill.rule.${rule}`)}</option>`)}</select></label>
      <label>${t('drill.text')}<input name="text" required maxlength="200" autocomplete="off" .value=${t('drill.example')} /></label>
      <label class="check"><input type="checkbox" name="hard" checked />${t('drill.hard')}</label>
      <p class="warning">${t('drill.warning')}</p>
      <button class="primary" ?disabled=${this.busy || !this.state.sites.length}>${t('drill.start')}</button>
      <div role="status">${this.begun
        ? html`<p><a href="#/exam/${this.begun.examId}">${t('drill.begun', { at: timeOf(this.begun.endsAt, t.language) })}</a></p>`
        : ''}</div>
    </form>`;
  }

  #drill(drill) {
    const t = this.t;
    const by = (signed) => ({ by: signed.by, at: timeOf(signed.at, t.language) });
    return html`<li>
      <span class="chip drill">${t('drill.flag')}</span>
      <a href="#/exam/${drill.examId}">${t('drill.case', { number: drill.number })}</a> · ${drill.site} · ${drill.rule} · ${drill.text}
      <p class="muted">${t('drill.startedBy', { by: drill.startedBy, at: timeOf(drill.startedAt, t.language) })}</p>
      <p>${drill.readBack ? t('drill.readBack', by(drill.readBack)) : ''}
        ${drill.open ? t('drill.running', { at: timeOf(drill.endsAt, t.language) }) : drill.ended ? t('drill.ended', by(drill.ended)) : ''}</p>
    </li>`;
  }

  async #start(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    this.complaint = '';
    try {
      this.begun = await this.api.post('/api/drills', { ...given, hard: given.hard === 'on' });
      await this.#load();
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }

  async #load() {
    try {
      this.state = await this.api.get('/api/drills', true);
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-drill', EcgDrill);
