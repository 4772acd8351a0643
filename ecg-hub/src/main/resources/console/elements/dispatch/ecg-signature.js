import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { shared } from '../shared-styles.js';

/** "Verify this signature": what an integrator has received or sent, held against the hub's live secrets, in words. */
class EcgSignature extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    keys: { state: true },
    result: { state: true },
    complaint: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      h1 { margin-bottom: 8px; }
      form { display: grid; gap: 8px; max-width: 900px; }
      label { display: grid; gap: 2px; font-weight: 600; }
      input, textarea { font: 0.95rem ui-monospace, monospace; width: 100%; min-height: 36px; }
      textarea { min-height: 9em; color: var(--text); background: var(--panel); border: 1px solid var(--control-line); border-radius: 6px; padding: 4px 10px; }
      .good { color: var(--good); font-weight: 700; font-size: 1.15rem; }
      ul { margin: 4px 0 0; padding-left: 20px; }
      table { border-collapse: collapse; margin: 4px 0 12px; }
      th, td { text-align: left; padding: 2px 16px 2px 0; }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  async #fetch() {
    try {
      this.keys = (await this.api.get('/api/signature/keys')).items;
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const { t } = this;
    return html`
      <h1>${t('signature.title')}</h1>
      <p>${t('signature.explain')}</p>
      ${this.#live()}
      <form class="box" @submit=${this.#verify}>
        <label>${t('signature.key')}
          <select name="key" required>${(this.keys ?? []).map((one) => html`<option value=${one.name}>${one.name}</option>`)}</select>
        </label>
        <label>webhook-id<input name="id" maxlength="200" autocomplete="off" spellcheck="false" /></label>
        <label>webhook-timestamp<input name="timestamp" maxlength="40" autocomplete="off" /></label>
        <label>webhook-signature<input name="signature" maxlength="1000" autocomplete="off" spellcheck="false" /></label>
        <label>${t('signature.body')}<textarea name="body" maxlength="30000" spellcheck="false"></textarea></label>
        <button class="primary" ?disabled=${this.busy}>${t('signature.submit')}</button>
      </form>
      <div role="status">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : this.#said()}</div>
    `;
  }

  #live() {
    const { t } = this;
    return html`
      <table>
        <thead><tr><th scope="col">${t('signature.key')}</th><th scope="col">${t('signature.live')}</th></tr></thead>
        <tbody>${(this.keys ?? []).map(
          (one) => html`<tr><th scope="row">${one.name}</th><td><code>${one.fingerprints.join('  ')}</code></td></tr>`,
        )}</tbody>
      </table>
    `;
  }

  #said() {
    const { t, result } = this;
    if (!result) {
      return '';
    }
    return result.genuine
      ? html`<p class="good">✓ ${t('signature.good', { number: result.secret })}</p>`
      : html`<div class="problem">${t('signature.bad')}
          <ul>${result.faults.map((one) => html`<li data-fault=${one}>${t(`signature.fault.${one}`)}</li>`)}</ul>
          ${result.secret ? html`<p>${t('signature.otherwise', { number: result.secret })}</p>` : ''}</div>`;
  }

  async #verify(event) {
    event.preventDefault();
    this.busy = true;
    this.result = undefined;
    this.complaint = '';
    try {
      this.result = await this.api.post('/api/signature/verify', Object.fromEntries(new FormData(event.target)));
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-signature', EcgSignature);
