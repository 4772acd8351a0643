import { LitElement, css, html, svg } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { refused } from './factor-words.js';
import { shared } from '../shared-styles.js';

const QUIET = 4; // modules of white around a QR code (ISO/IEC 18004)

/** Who one is, and the second factor beside the password. */
class EcgAccount extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    state: { state: true },
    begun: { state: true },
    codes: { state: true },
    complaint: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { max-width: 760px; margin: 0 auto; display: grid; gap: 12px; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 8px 0 0; }
      dt { color: var(--muted); }
      dd { margin: 0; overflow-wrap: anywhere; }
      section { display: grid; gap: 10px; }
      form { display: grid; gap: 10px; max-width: 360px; }
      label { display: grid; gap: 4px; font-weight: 600; }
      input { font-weight: 400; min-height: 40px; }
      .setup { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
      .setup > div { flex: 1 1 260px; display: grid; gap: 10px; }
      .qr { width: 220px; height: 220px; background: #fff; border-radius: 8px; flex: none; }
      code { font-size: 1.05rem; letter-spacing: 0.04em; overflow-wrap: anywhere; }
      ol.codes { columns: 2; margin: 0; padding-left: 28px; font-variant-numeric: tabular-nums; }
      ol.codes li { padding: 2px 0; }
      p { margin: 0; }
      details { display: grid; gap: 8px; }
      summary { cursor: pointer; min-height: 32px; align-content: center; color: var(--accent); }
      details form { margin-top: 8px; }
      .on { color: var(--good); font-weight: 700; }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  async #look() {
    try {
      this.state = await this.api.get('/api/account');
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const t = this.t;
    return html`
      <h1>${t('account.title')}</h1>
      ${this.me.mustEnrol ? html`<p class="warning" role="status">${t('factor.first')}</p>` : ''}
      <section class="box">
        <h2>${this.me.displayName}</h2>
        <dl>
          <dt>${t('account.name')}</dt><dd>${this.me.name}</dd>
          <dt>${t('account.roles')}</dt><dd>${this.me.roles.map((role) => t(`role.${role}`)).join(', ')}</dd>
          ${this.me.sites?.length ? html`<dt>${t('account.sites')}</dt><dd>${this.me.sites.join(', ')}</dd>` : ''}
        </dl>
      </section>
      <section class="box factor">
        <h2>${t('factor.title')}</h2>
        ${this.#factor()}
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      </section>
    `;
  }

  #factor() {
    if (this.codes) {
      return this.#recovery();
    }
    if (this.begun) {
      return this.#setup();
    }
    if (!this.state) {
      return '';
    }
    return this.state.since ? this.#on() : this.#off();
  }

  #off() {
    const t = this.t;
    return html`
      <p>${t('factor.why')}</p>
      <form @submit=${this.#begin}>
        ${this.#password()}
        <button class="primary" ?disabled=${this.busy}>${t('factor.begin')}</button>
      </form>
    `;
  }

  #setup() {
    const t = this.t;
    return html`
      <div class="setup">
        ${this.#qr()}
        <div>
          <p>${t('factor.scan')}</p>
          <p>${t('factor.type')}<br /><code>${this.begun.secret.match(/.{1,4}/g).join(' ')}</code></p>
          <form @submit=${this.#confirm}>
            ${this.#code()}
            <button class="primary" ?disabled=${this.busy}>${t('factor.confirm')}</button>
            <button type="button" @click=${() => (this.begun = undefined)}>${t('cancel')}</button>
          </form>
        </div>
      </div>
    `;
  }

  #qr() {
    const { size, rows } = this.begun.qr;
    const path = rows.flatMap((row, y) => [...row].map((cell, x) => (cell === '1' ? `M${x} ${y}h1v1h-1z` : ''))).join('');
    const side = size + 2 * QUIET;
    return html`<svg class="qr" role="img" aria-label=${this.t('factor.qr')} viewBox=${`${-QUIET} ${-QUIET} ${side} ${side}`} shape-rendering="crispEdges">
      ${svg`<path d=${path} fill="#000" />`}
    </svg>`;
  }

  #recovery() {
    const t = this.t;
    return html`
      <p class="on" role="status">✓ ${t('factor.isOn')}</p>
      <p class="warning">${t('factor.keep')}</p>
      <ol class="codes">${this.codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
      <p><button class="primary" @click=${this.#kept}>${t('factor.kept')}</button></p>
    `;
  }

  #on() {
    const t = this.t;
    return html`
      <p class="on">✓ ${t('factor.since', { time: timeOf(this.state.since, t.language) })}</p>
      <p>${t('factor.left', { count: this.state.recoveryCodesLeft })}</p>
      <details class="renew">
        <summary>${t('factor.renew')}</summary>
        <p>${t('factor.renew.why')}</p>
        <form @submit=${this.#renew}>
          ${this.#password()} ${this.#code(true)}
          <button class="primary" ?disabled=${this.busy}>${t('factor.renew')}</button>
        </form>
      </details>
      ${this.state.demanded
        ? html`<p class="muted">${t('factor.demanded')}</p>`
        : html`<details class="off">
            <summary>${t('factor.off')}</summary>
            <form @submit=${this.#switchOff}>
              ${this.#password()} ${this.#code(true)}
              <button ?disabled=${this.busy}>${t('factor.off')}</button>
            </form>
          </details>`}
    `;
  }

  #password() {
    return html`<label>${this.t('login.password')}<input name="password" type="password" autocomplete="current-password" required maxlength="256" /></label>`;
  }

  /** @param either a recovery code is taken too */
  #code(either = false) {
    return html`<label>${this.t(either ? 'factor.codeOrRecovery' : 'factor.code')}<input name="code" autocomplete="one-time-code" required maxlength="40" /></label>`;
  }

  #begin = (event) =>
    this.#do(event, async (form) => {
      this.begun = await this.api.post('/api/account/second-factor/begin', { password: form.get('password') });
    });

  #confirm = (event) =>
    this.#do(event, async (form) => {
      this.codes = (await this.api.post('/api/account/second-factor/confirm', { code: form.get('code') })).recoveryCodes;
      this.begun = undefined;
    });

  #renew = (event) =>
    this.#do(event, async (form) => {
      const body = { password: form.get('password'), code: form.get('code') };
      this.codes = (await this.api.post('/api/account/second-factor/codes', body)).recoveryCodes;
    });

  #switchOff = (event) =>
    this.#do(event, async (form) => {
      await this.api.post('/api/account/second-factor/off', { password: form.get('password'), code: form.get('code') });
      await this.#look();
    });

  /** Somebody who had to enrol first comes to the other pages now. */
  async #kept() {
    this.codes = undefined;
    if (this.me.mustEnrol) {
      location.reload();
    } else {
      await this.#look();
    }
  }

  async #do(event, action) {
    event.preventDefault();
    const { target } = event;
    this.busy = true;
    this.complaint = '';
    try {
      await action(new FormData(target));
      target.reset();
    } catch (error) {
      this.complaint = refused(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-account', EcgAccount);
