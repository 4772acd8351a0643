import { LitElement, css, html } from 'lit';
import { Api } from '../api.js';
import { Feed } from '../feed.js';
import { Duty } from '../duty.js';
import { Sound } from '../sound.js';
import { useKeysOf } from '../keys.js';
import { language, speak } from '../words.js';
import { duration } from '../clock.js';
import { pageAt } from '../pages.js';
import { shared } from './shared-styles.js';
import './ecg-topbar.js';
import './ecg-login.js';
import './ecg-keys.js';
import './dispatch/ecg-telephone-notice.js';
import './worklist/ecg-call-backs.js';

/** Up to here a screen is a telephone's. */
const NARROW = matchMedia('(max-width: 600px)');

/** The whole page: who is logged in, which page is open (see pages.js), and what all pages share. */
class EcgConsole extends LitElement {
  static properties = {
    t: { state: true },
    me: { state: true },
    ready: { state: true },
    expired: { state: true },
    open: { state: true },
    down: { state: true },
  };

  static styles = [
    shared,
    css`
      main { padding: 8px 12px 24px; }
      main:focus { outline: none; }
      .notice { margin: 8px 12px 0; }
      .skip { position: absolute; left: -10000px; }
      .skip:focus { left: 8px; top: 8px; z-index: 9; background: var(--panel); padding: 6px 10px; }
    `,
  ];

  api = new Api();
  feed = new Feed();
  sound = new Sound();
  duty = new Duty(this.api, this.feed, this.sound);

  constructor() {
    super();
    this.down = 0;
    this.api.addEventListener('signed-out', () => this.#leave(true));
    this.feed.addEventListener('hub', (event) => this.#hear(event.detail));
    this.sound.addEventListener('change', () => this.requestUpdate());
    this.duty.addEventListener('change', () => this.requestUpdate());
    addEventListener('hashchange', () => this.#route());
    setInterval(() => this.#watch(), 1000);
  }

  async connectedCallback() {
    super.connectedCallback();
    this.t = await speak(language());
    this.#route();
    try {
      this.#enter(await this.api.me());
    } catch {
      this.down = 1;
      setTimeout(() => location.reload(), 5000);
    }
    this.ready = true;
  }

  render() {
    if (!this.t) {
      return html``;
    }
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${this.t('skip')}</a>
      ${this.#bare
        ? ''
        : html`<ecg-topbar .t=${this.t} .me=${this.me} .sound=${this.sound} .duty=${this.duty} .at=${this.open?.page?.name}
            @language=${this.#speak} @logout=${this.#logout}></ecg-topbar>`}
      ${this.#notices()}
      <main id="main" tabindex="-1">${this.ready ? this.#page() : ''}</main>
      <ecg-keys .t=${this.t} .me=${this.me}></ecg-keys>
    `;
  }

  /** A page for a small screen: nothing but itself. */
  get #bare() {
    return Boolean(this.me && this.open?.page?.bare);
  }

  #notices() {
    return html`
      ${this.down > 4
        ? html`<p class="problem notice" role="alert">${this.t('connection.lost', { age: duration(this.down) })}</p>`
        : ''}
      ${this.me?.rights.includes('READ_EXAMS')
        ? html`<ecg-telephone-notice .t=${this.t} .api=${this.api} .feed=${this.feed}></ecg-telephone-notice>
            <ecg-call-backs .t=${this.t} .api=${this.api} .feed=${this.feed} .sound=${this.sound} .me=${this.me}></ecg-call-backs>`
        : ''}
      ${this.me && !this.me.sites?.length && !this.sound.on && !this.#bare ? html`<p class="warning notice">${this.t('shift.off')}</p>` : ''}
      ${this.me && this.duty.state && this.duty.state !== 'HEARD' && !this.#bare
        ? html`<p class="warning notice" role="status">${this.t(`duty.${this.duty.state}`)}</p>`
        : ''}
    `;
  }

  #page() {
    if (!this.me) {
      return html`<ecg-login .t=${this.t} .api=${this.api} ?expired=${this.expired}
        @signed-in=${(event) => this.#enter(event.detail)}></ecg-login>`;
    }
    if (!this.open?.page) {
      return html`<p class="warning">${this.t('nav.nothing')}</p>`;
    }
    return this.open.page.show({
      t: this.t,
      api: this.api,
      feed: this.feed,
      sound: this.sound,
      duty: this.duty,
      me: this.me,
      at: this.open.at,
    });
  }

  #enter(me) {
    useKeysOf(me?.name);
    this.me = me?.mustEnrol ? { ...me, rights: [] } : me; // the hub opens nothing else until then
    if (me?.mustEnrol) {
      this.#route();
    } else if (me) {
      this.expired = false;
      this.duty.reader = me.rights.includes('READ_EXAMS');
      this.feed.open();
      this.#route();
    }
  }

  #leave(expired) {
    this.feed.close();
    this.expired = expired && this.me !== undefined;
    this.me = undefined;
  }

  async #logout() {
    if (this.duty.started) {
      await this.duty.end();
    }
    await this.api.logout().catch(() => undefined); // the session ends here either way
    this.#leave(false);
  }

  async #speak(event) {
    this.t = await speak(event.detail);
  }

  #hear(event) {
    if (event.name === 'reading' && !this.#shown(event.examId)) {
      this.sound.play(event.level);
    }
    if (event.name === 'connected' && this.me?.sites?.length) {
      this.#whoNow(); // the stream ends when somebody is given other clinics
    }
    if (event.refused) {
      this.api.get('/api/me').catch((error) => error.status === 401 && this.#leave(true));
    }
  }

  async #whoNow() {
    try {
      const { sites } = await this.api.get('/api/me', true);
      this.me = this.me && { ...this.me, sites };
    } catch {
      // the page's own calls say what is wrong
    }
  }

  #shown(examId) {
    return this.open?.page?.name === 'exam' && this.open.at[0] === examId && document.visibilityState === 'visible';
  }

  #watch() {
    this.down = this.feed.since ? Math.round((Date.now() - this.feed.since) / 1000) : 0;
  }

  async #route() {
    if (!this.me) {
      return;
    }
    const [, caseId] = /^#\/case\/([0-9a-f-]{36})$/.exec(location.hash) ?? [];
    if (caseId) {
      await this.#follow(caseId);
      return;
    }
    const open = pageAt(location.hash, this.me.rights);
    await open.page?.load?.();
    this.open = open;
  }

  /** A page's link names the case; the ECG to look at is the case's latest. */
  async #follow(caseId) {
    try {
      const { examId } = await this.api.get(`/api/cases/${caseId}`);
      location.replace(`#/${NARROW.matches ? 'phone' : 'exam'}/${examId}`);
    } catch {
      location.replace('#/'); // no such case, or not ours to see: the list says what there is
    }
  }

  #skip(event) {
    event.preventDefault();
    this.renderRoot.querySelector('main').focus();
  }
}

customElements.define('ecg-console', EcgConsole);
