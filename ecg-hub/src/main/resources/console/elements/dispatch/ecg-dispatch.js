import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { secondsSince } from '../../clock.js';
import { shared } from '../shared-styles.js';
import './ecg-dispatch-card.js';
import './ecg-dispatch-list.js';

const REMIND_SECONDS = 10;
const ENDED = ['ARRIVED', 'CANCELLED'];
const NOT_TAKEN = ['SENT', 'RECEIVED'];

/** The page of 120's dispatcher: one request in large type, the others beside it. Sounds until a person has accepted. */
class EcgDispatch extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    sound: { attribute: false },
    items: { state: true },
    chosen: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      .body { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 12px; align-items: start; }
      .none { font-size: 1.6rem; padding: 24px; text-align: center; }
      h1 { margin-bottom: 8px; }
      @media (max-width: 900px) { .body { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  #known = new Set();
  #reminded = 0;
  #hear = (event) => {
    if (event.detail.name === 'case' || event.detail.name === 'connected') {
      this.refresh();
    }
  };

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.tick = setInterval(() => this.#remind(), 1000);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    clearInterval(this.tick);
  }

  async refresh() {
    try {
      const { items } = await this.api.get('/api/dispatches', true);
      this.#announce(items);
      this.items = items;
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  /** What was not here before sounds at once; what nobody has taken sounds again and again. */
  #announce(items) {
    const fresh = items.filter((one) => NOT_TAKEN.includes(one.state) && !this.#known.has(one.id));
    items.forEach((one) => this.#known.add(one.id));
    if (fresh.length) {
      this.#ring();
    }
  }

  #remind() {
    const waiting = (this.items ?? []).some((one) => NOT_TAKEN.includes(one.state));
    if (waiting && Date.now() - this.#reminded >= REMIND_SECONDS * 1000) {
      this.#ring();
    }
    this.requestUpdate(); // the waiting times
  }

  #ring() {
    this.#reminded = Date.now();
    this.sound.play('RED');
  }

  /** The one that is shown: as chosen, else the longest untaken, else the longest under way. */
  get #shown() {
    const items = this.items ?? [];
    return (
      items.find((one) => one.id === this.chosen) ??
      items.find((one) => NOT_TAKEN.includes(one.state)) ??
      items.find((one) => !ENDED.includes(one.state))
    );
  }

  render() {
    const { t, items } = this;
    const shown = this.#shown;
    return html`
      <h1>${t('dispatch.title')}</h1>
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      <div class="body">
        ${shown
          ? html`<ecg-dispatch-card .t=${t} .api=${this.api} .request=${shown} .waited=${secondsSince(shown.requestedAt)}
              @done=${() => this.refresh()}></ecg-dispatch-card>`
          : html`<p class="box none">${t(items ? 'dispatch.none' : 'dispatch.loading')}</p>`}
        <ecg-dispatch-list .t=${t} .items=${items ?? []} .shown=${shown?.id}
          @choose=${(event) => (this.chosen = event.detail)}></ecg-dispatch-list>
      </div>
    `;
  }
}

customElements.define('ecg-dispatch', EcgDispatch);
