import { LitElement, css, html } from 'lit';
import { words } from '../api.js';
import { shared } from './shared-styles.js';

/** The read-back of a critical value: two identifiers and the finding, repeated by hand. Fires `done`. */
class EcgReadBack extends LitElement {
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
      fieldset { border: 1px solid var(--line); border-radius: 6px; display: grid; gap: 6px; margin: 0; padding: 8px; min-width: 0; }
      legend { font-weight: 600; font-size: 0.9rem; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.9rem; min-width: 0; }
      input, select { font-weight: 400; width: 100%; min-width: 0; }
      p { margin: 0; }
    `,
  ];

  render() {
    const { t, critical } = this;
    return html`
      <form class="box" @submit=${this.submit}>
        <h2>${t('ack.title')}</h2>
        <p class="muted">${t('ack.explain')}</p>
        <fieldset>
          <legend>${t('ack.identifiers')}</legend>
          ${critical.identifiers.map(
            (one) => html`<label>${t(`identifier.${one}`)}<input name=${one} maxlength="64" autocomplete="off" /></label>`,
          )}
        </fieldset>
        <label>${t('ack.finding')}
          <select name="rule" required>
            <option value="">${t('ack.choose')}</option>
            ${critical.answerable.map((one) => html`<option value=${one.rule}>${one.rule} ${t.either(one)}</option>`)}
          </select>
        </label>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        <button class="urgent" ?disabled=${this.busy}>${t('ack.submit')}</button>
      </form>
    `;
  }

  async submit(event) {
    event.preventDefault();
    const { rule, ...said } = Object.fromEntries(new FormData(event.target));
    const identifiers = Object.fromEntries(Object.entries(said).filter(([, value]) => value.trim()));
    this.busy = true;
    this.complaint = '';
    try {
      await this.api.post(`/api/cases/${this.critical.id}/acknowledge`, { identifiers, rule });
      this.dispatchEvent(new Event('done'));
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-read-back', EcgReadBack);
