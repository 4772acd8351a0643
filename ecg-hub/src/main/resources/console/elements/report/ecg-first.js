import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { shared } from '../shared-styles.js';

const LEVELS = ['RED', 'YELLOW', 'GREEN', 'GREY'];

/** Read first, then show: the reader's own before the machine's. Fires `done`. */
class EcgFirst extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    examId: {},
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      form { display: grid; gap: 8px; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.9rem; }
      input, select { font-weight: 400; width: 100%; }
      p { margin: 0; }
    `,
  ];

  render() {
    const t = this.t;
    return html`
      <form @submit=${this.#send}>
        <p>${t('report.first.explain')}</p>
        <label>${t('report.level')}
          <select name="level" required>
            <option value="">${t('ack.choose')}</option>
            ${LEVELS.map((level) => html`<option value=${level}>${t(`level.${level}`)}</option>`)}
          </select>
        </label>
        <label>${t('report.first.codes')}<input name="codes" maxlength="200" autocomplete="off" /></label>
        <label>${t('report.first.words')}<input name="words" maxlength="400" autocomplete="off" /></label>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        <button class="primary">${t('report.first.submit')}</button>
      </form>
    `;
  }

  async #send(event) {
    event.preventDefault();
    const { level, codes, words: said } = Object.fromEntries(new FormData(event.target));
    try {
      await this.api.post(`/api/exams/${this.examId}/report/first`, {
        level,
        codes: codes.toUpperCase().split(/[\s,，、;]+/).filter(Boolean),
        words: said,
      });
      this.dispatchEvent(new Event('done'));
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-first', EcgFirst);
