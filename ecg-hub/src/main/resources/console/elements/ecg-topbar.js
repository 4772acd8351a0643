import { LitElement, css, html, nothing } from 'lit';
import { chooseTheme, theme } from '../theme.js';
import { address, menu } from '../pages.js';
import { otherLanguage } from '../words.js';
import { SHOW_KEYS } from './ecg-keys.js';
import { shared } from './shared-styles.js';

/** Who, sound, language, theme. Fires `language` and `logout`. */
class EcgTopbar extends LitElement {
  static properties = {
    t: { attribute: false },
    me: { attribute: false },
    sound: { attribute: false },
    duty: { attribute: false },
    at: { attribute: false },
  };

  static styles = [
    shared,
    css`
      header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; padding: 5px 12px; background: var(--panel); border-bottom: 1px solid var(--line); }
      .brand { font-weight: 700; font-size: 1.05rem; display: flex; gap: 8px; align-items: center; }
      .brand img { width: 24px; height: 24px; }
      .space { flex: 1; }
      nav { display: flex; flex-wrap: wrap; gap: 2px; font-size: 0.9rem; }
      nav a { padding: 5px 6px; border-radius: 4px; text-decoration: none; color: var(--text); }
      nav a[aria-current] { font-weight: 700; background: var(--line); }
      .me { color: var(--muted); text-underline-offset: 3px; }
      .on { color: var(--good); font-weight: 700; }
    `,
  ];

  #redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('ecg-theme', this.#redraw);
    this.sound?.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('ecg-theme', this.#redraw);
    this.sound?.removeEventListener('change', this.#redraw);
  }

  render() {
    const t = this.t;
    const other = theme() === 'dark' ? 'light' : 'dark';
    return html`
      <header>
        <span class="brand"><img src="/favicon.svg" alt="" />${t('brand')}</span>
        ${this.me ? this.#menu() : ''}
        <span class="space"></span>
        ${this.me && !this.me.sites?.length ? this.#shift() : ''}
        <button @click=${() => dispatchEvent(new Event(SHOW_KEYS))}>${t('keys.open')}</button>
        <button lang=${otherLanguage()} title=${t('language.title')} @click=${this.#language}>${t('language')}</button>
        <button @click=${() => chooseTheme(other)}>${t(`theme.${other}`)}</button>
        ${this.me
          ? html`<a class="me" href="#/account" aria-label=${t('account.open', { name: this.me.displayName })}>${[this.me.displayName, ...(this.me.sites ?? [])].join(' · ')}</a>
              <button @click=${() => this.dispatchEvent(new Event('logout'))}>${t('logout')}</button>`
          : ''}
      </header>
    `;
  }

  /** One page needs no menu. */
  #menu() {
    const pages = menu(this.me.rights);
    return pages.length < 2
      ? ''
      : html`<nav aria-label=${this.t('nav.title')}>
          ${pages.map((page) => html`<a href=${address(page)} aria-current=${page.name === this.at ? 'page' : nothing}>${this.t(`nav.${page.name}`)}</a>`)}
        </nav>`;
  }

  #shift() {
    return this.sound.on
      ? html`<span class="on" role="status">♪ ${this.t('shift.on')}</span>
          <button @click=${() => this.sound.play('TEST')}>${this.t('shift.test')}</button>
          <button @click=${() => this.duty.end()}>${this.t('shift.end')}</button>`
      : html`<button class="primary" @click=${() => this.duty.start()}>${this.t('shift.start')}</button>`;
  }

  #language() {
    this.dispatchEvent(new CustomEvent('language', { detail: otherLanguage() }));
  }
}

customElements.define('ecg-topbar', EcgTopbar);
