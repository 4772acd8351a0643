import { LitElement, css, html } from 'lit';
import { refused } from './account/factor-words.js';
import { shared } from './shared-styles.js';

/** Fires `signed-in` with who it is. */
class EcgLogin extends LitElement {
  static properties = {
    api: { attribute: false },
    t: { attribute: false },
    expired: { type: Boolean },
    complaint: { state: true },
    busy: { state: true },
    /** Name and password while the code is asked for; kept by this page only. */
    given: { state: true },
  };

  static styles = [
    shared,
    css`
      form { max-width: 360px; margin: 10vh auto 0; display: grid; gap: 12px; padding: 24px; }
      p { margin: 0; }
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
        ${this.given ? this.#second() : this.#first()}
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        <button class="primary" ?disabled=${this.busy}>${t('login.submit')}</button>
        ${this.given ? html`<button type="button" @click=${() => this.#anew()}>${t('login.again')}</button>` : ''}
      </form>
    `;
  }

  #first() {
    const t = this.t;
    return html`
      <label>${t('login.name')}<input name="name" autocomplete="username" required maxlength="64" /></label>
      <label>
        ${t('login.password')}
        <input name="password" type="password" autocomplete="current-password" required maxlength="256" />
      </label>
    `;
  }

  /** The password was right: now the code. */
  #second() {
    const t = this.t;
    return html`
      <p role="status">${t('login.code')}</p>
      <label>${t('factor.codeOrRecovery')}<input name="code" autocomplete="one-time-code" required maxlength="40" /></label>
    `;
  }

  firstUpdated() {
    this.renderRoot.querySelector('input').focus();
  }

  updated(changed) {
    if (changed.has('given')) {
      this.renderRoot.querySelector('input').focus();
    }
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const { name, password } = this.given ?? { name: form.get('name'), password: form.get('password') };
    this.busy = true;
    this.complaint = '';
    try {
      const me = await this.api.login(name, password, form.get('code') ?? '');
      this.given = undefined;
      this.dispatchEvent(new CustomEvent('signed-in', { detail: me }));
    } catch (error) {
      if (error.body?.code === 'CODE_NEEDED') {
        this.given = { name, password };
      } else {
        this.complaint = this.#words(error);
      }
    } finally {
      this.busy = false;
    }
  }

  #anew() {
    this.given = undefined;
    this.complaint = '';
  }

  #words(error) {
    return error.status === 401 && !error.body?.code ? this.t('login.refused') : refused(this.t, error);
  }
}

customElements.define('ecg-login', EcgLogin);
