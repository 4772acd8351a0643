import { LitElement, css, html } from 'lit';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

/** All requests, those that nobody has taken first. Fires `choose` with the id. */
class EcgDispatchList extends LitElement {
  static properties = {
    t: { attribute: false },
    items: { attribute: false },
    shown: {},
  };

  static styles = [
    shared,
    css`
      ol { list-style: none; margin: 8px 0 0; padding: 0; display: grid; gap: 6px; }
      button { width: 100%; text-align: left; display: grid; gap: 2px; padding: 8px 10px; min-height: 44px; }
      button[aria-current='true'] { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
      .top { display: flex; justify-content: space-between; gap: 8px; font-weight: 700; }
      .waiting { color: var(--red); }
    `,
  ];

  render() {
    const { t } = this;
    const waits = (one) => ['SENT', 'RECEIVED'].includes(one.state);
    const order = [...this.items.filter(waits), ...this.items.filter((one) => !waits(one)).reverse()];
    return html`
      <section class="box">
        <h2>${t('dispatch.all', { count: order.length })}</h2>
        <ol>
          ${order.map(
            (one) => html`<li>
              <button data-dispatch=${one.id} aria-current=${one.id === this.shown} @click=${() => this.#choose(one.id)}>
                <span class="top"><span>${one.drill ? `${t('drill')} ` : ''}${one.site.name}</span>
                  <span>${timeOf(one.requestedAt, t.language)}</span></span>
                <span class=${waits(one) ? 'waiting' : 'muted'}>${t('dispatch.case', { number: one.case })} · ${t(`dispatch.state.${one.state}`)}</span>
              </button>
            </li>`,
          )}
        </ol>
      </section>
    `;
  }

  #choose(id) {
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }
}

customElements.define('ecg-dispatch-list', EcgDispatchList);
