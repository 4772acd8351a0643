import { LitElement, css, html } from 'lit';
import { words } from '../api.js';
import { shared } from './shared-styles.js';

/** Fires `signed-in` with who it is. */
class EcgLogin extends LitElement {
  static properties = {
    api: { attribute: false },
    t: { attribute: false },
    expired: { type: Boolean },
    complaint: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      form { max-width: 360px; margin: 10vh auto 0; display: grid; gap: 12px; padding: 24px; }
      label { display: grid; gap: 4px; font-weight: 600; }
      input { min-height: 40px; font-weight: 400; }
      button { min-height: 42px; }
    `,
  ];

  render() {
    const t = this.t;
    return html`
      <form class="box" @submit=${this.submit}>
        <h1>${t('login.title')}</h1>
        ${this.expired ? html`<p class="warning" role="status">${t('login.expired')}</p>` : ''}
        <label>${t('login.name')}<input name="name" autocomplete="username" required maxlength="64" /></label>
        <label>
          ${t('login.password')}
          <input name="password" type="password" autocomplete="current-password" required maxlength="256" />
        </label>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        <button class="primary" ?disabled=${this.busy}>${t('login.submit')}</button>
      </form>
    `;
  }

  firstUpdated() {
    this.renderRoot.querySelector('input').focus();
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.busy = true;
    this.complaint = '';
    try {
      const me = await this.api.login(form.get('name'), form.get('password'));
      this.dispatchEvent(new CustomEvent('signed-in', { detail: me }));
    } catch (error) {
      this.complaint = this.#words(error);
    } finally {
      this.busy = false;
    }
  }

  #words(error) {
    if (error.status === 401) {
      return this.t('login.refused');
    }
    return error.status === 429
      ? this.t('login.throttled', { seconds: error.body.retryAfterSeconds })
      : words(this.t, error);
  }
}

customElements.define('ecg-login', EcgLogin);
