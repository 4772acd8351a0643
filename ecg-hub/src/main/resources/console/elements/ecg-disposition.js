import { LitElement, css, html } from 'lit';
import { words } from '../api.js';
import { shared } from './shared-styles.js';

const DISPOSITIONS = ['TRANSFER', 'CALL_120', 'THROMBOLYSIS', 'OBSERVE', 'REFUSED'];

/** What is done with the patient, then the end of the case. Fires `done`. */
class EcgDisposition extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    critical: { attribute: false },
    complaint: { state: true },
    busy: { state: true },
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
    const disposed = this.critical.state === 'DISPOSED';
    return html`
      <form class="box" @submit=${(event) => this.#send(event, disposed ? 'close' : 'disposition')}>
        <h2>${t(disposed ? 'disposition.close' : 'disposition.title')}</h2>
        ${disposed
          ? html`<p>${t(`disposition.${this.critical.disposition}`)} · ${this.critical.disposedBy}</p>`
          : html`<label>${t('ack.disposition')}
              <select name="what" required>
                <option value="">${t('ack.choose')}</option>
                ${DISPOSITIONS.map((one) => html`<option value=${one}>${t(`disposition.${one}`)}</option>`)}
              </select>
            </label>`}
        <label>${t('disposition.note')}<input name="note" maxlength="200" autocomplete="off" /></label>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        <button class="primary" ?disabled=${this.busy}>${t(disposed ? 'disposition.close' : 'disposition.submit')}</button>
      </form>
    `;
  }

  async #send(event, step) {
    event.preventDefault();
    const form = event.target;
    this.busy = true;
    this.complaint = '';
    try {
      await this.api.post(`/api/cases/${this.critical.id}/${step}`, Object.fromEntries(new FormData(form)));
      form.reset();
      this.dispatchEvent(new Event('done'));
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-disposition', EcgDisposition);
