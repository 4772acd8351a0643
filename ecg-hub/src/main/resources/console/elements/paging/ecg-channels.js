import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

/** Every way of paging: when it last worked, when it last failed, and a trial to one contact. */
class EcgChannels extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    state: { state: true },
    tried: { state: true },
    busy: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(330px, 100%), 1fr)); gap: 10px; margin-top: 8px; }
      section { display: grid; gap: 6px; align-content: start; }
      p { margin: 0; overflow-wrap: anywhere; }
      .good { color: var(--good); font-weight: 700; }
      .bad { color: var(--red); font-weight: 700; }
      form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.9rem; flex: 1 1 180px; }
      select { font-weight: 400; width: 100%; }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.tried = {};
    this.#load();
  }

  render() {
    const t = this.t;
    return html`
      <h1>${t('paging.title')}</h1>
      <p class="muted">${t('paging.hint')}</p>
      ${this.complaint ? html`<p class="problem" role="alert">${this.complaint}</p>` : ''}
      ${this.state && !this.state.channels.length ? html`<p class="problem">${t('paging.none')}</p>` : ''}
      <div class="cards">${(this.state?.channels ?? []).map((channel) => this.#card(channel))}</div>
    `;
  }

  #card(channel) {
    const t = this.t;
    const tried = this.tried[channel.name];
    return html`<section class="box">
      <h2>${channel.name}</h2>
      ${channel.disabled
        ? html`<p class="problem">${t('paging.disabled', { reason: channel.disabled })}</p>
            ${this.state.mayTest ? html`<button @click=${() => this.#enable(channel)}>${t('paging.enable')}</button>` : ''}`
        : ''}
      <p><span class="good">✓ ${t('paging.success')}</span> ${this.#when(channel.lastSuccess)}</p>
      <p><span class="bad">✗ ${t('paging.failure')}</span> ${this.#when(channel.lastFailure)}</p>
      ${channel.lastFailure ? html`<p class="muted">${channel.lastFailure.status ?? ''} ${channel.lastFailure.response.slice(0, 160)}</p>` : ''}
      <p>${t('paging.waiting', { count: channel.waiting })}</p>
      ${this.state.mayTest && channel.contacts.length ? this.#trial(channel) : ''}
      ${channel.contacts.length ? '' : html`<p class="warning">${t('paging.nobody')}</p>`}
      <div role="status">${tried
        ? html`<p class=${tried.delivered ? 'good' : 'bad'}>${t(tried.delivered ? 'paging.delivered' : 'paging.notDelivered')}
            ${tried.status ?? ''} ${tried.response.slice(0, 200)}</p>`
        : ''}</div>
    </section>`;
  }

  #trial(channel) {
    return html`<form @submit=${(event) => this.#test(event, channel)}>
      <label>${this.t('paging.to')}<select name="contact">
        ${channel.contacts.map((contact) => html`<option value=${contact.key}>${contact.name} · ${contact.address}</option>`)}
      </select></label>
      <button class="primary" ?disabled=${this.busy}>${this.t('paging.test')}</button>
    </form>`;
  }

  #when(tried) {
    return tried ? html`${timeOf(tried.at, this.t.language)} · ${tried.contact}` : this.t('paging.never');
  }

  async #test(event, channel) {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.target));
    await this.#ask(async () => {
      const answer = await this.api.post(`/api/channels/${encodeURIComponent(channel.name)}/test`, body);
      this.tried = { ...this.tried, [channel.name]: answer };
    });
  }

  async #enable(channel) {
    await this.#ask(() => this.api.post(`/api/channels/${encodeURIComponent(channel.name)}/enable`));
  }

  async #ask(work) {
    this.busy = true;
    this.complaint = '';
    try {
      await work();
      await this.#load();
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }

  async #load() {
    try {
      this.state = await this.api.get('/api/channels');
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }
}

customElements.define('ecg-channels', EcgChannels);
