import { LitElement, css, html } from 'lit';
import { words } from '../api.js';
import { shared } from './shared-styles.js';

/** The read-back of a critical value: two identifiers and the finding, repeated by hand. Fires `acknowledged`. */
class EcgReadBack extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    caseId: {},
    findings: { attribute: false },
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
    return html`
      <form class="box" @submit=${this.submit}>
        <h2>${t('ack.title')}</h2>
        <p class="muted">${t('ack.explain')}</p>
        <label>${t('ack.first')}<input name="firstIdentifier" required maxlength="64" autocomplete="off" /></label>
        <label>${t('ack.second')}<input name="secondIdentifier" required maxlength="64" autocomplete="off" /></label>
        <label>${t('ack.finding')}
          <select name="finding" required>
            <option value="">${t('ack.choose')}</option>
            ${this.findings.map((one) => html`<option value=${one.rule}>${one.rule} ${t.either(one)}</option>`)}
          </select>
        </label>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        <button class="urgent" ?disabled=${this.busy}>${t('ack.submit')}</button>
      </form>
    `;
  }

  async submit(event) {
    event.preventDefault();
    this.busy = true;
    this.complaint = '';
    try {
      const body = Object.fromEntries(new FormData(event.target));
      await this.api.post(`/api/cases/${this.caseId}/acknowledge`, body);
      this.dispatchEvent(new Event('acknowledged'));
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-read-back', EcgReadBack);
