import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { shared } from '../shared-styles.js';

const LEVELS = ['RED', 'YELLOW', 'GREEN', 'GREY'];

/** The second signature: a fresh look first, then the second reader's own colour. Fires `looking` and `done`. */
class EcgSecond extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    examId: {},
    report: { attribute: false },
    licence: {},
    looking: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { display: grid; gap: 8px; }
      form { display: grid; gap: 8px; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.9rem; }
      input, select { font-weight: 400; width: 100%; }
      p { margin: 0; }
    `,
  ];

  render() {
    const t = this.t;
    const own = this.report.signatures[0].account === this.me.name;
    return html`
      <h3>${t('report.second')}</h3>
      <p>${t(own ? 'report.second.own' : 'report.second.explain')}</p>
      <button @click=${this.#look}>${t('report.second.look')}</button>
      ${this.looking ? this.#form() : ''}
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
    `;
  }

  #form() {
    const t = this.t;
    return html`
      <form @submit=${this.#sign}>
        <label>${t('report.second.level')}
          <select name="level" required>
            <option value="">${t('ack.choose')}</option>
            ${LEVELS.map((level) => html`<option value=${level}>${t(`level.${level}`)}</option>`)}
          </select>
        </label>
        <label>${t('report.licence')}<input name="licence" maxlength="64" autocomplete="off" .value=${this.licence ?? ''} /></label>
        <button class="primary">${t('report.second.sign')}</button>
      </form>
    `;
  }

  async #look() {
    this.complaint = '';
    try {
      await this.api.post(`/api/exams/${this.examId}/report/look`, { version: this.report.version });
      this.looking = true;
      this.dispatchEvent(new Event('looking'));
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  async #sign(event) {
    event.preventDefault();
    try {
      await this.api.post(`/api/exams/${this.examId}/report/second`, {
        version: this.report.version,
        ...Object.fromEntries(new FormData(event.target)),
      });
      this.looking = false;
      this.dispatchEvent(new Event('done'));
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-second', EcgSecond);
