import { LitElement, css, html } from 'lit';
import { duration, secondsSince } from '../../clock.js';
import { shared } from '../shared-styles.js';

const LOOK_MS = 15000;

/** The technical lane: clinics and units that want a technician. Apart from patients, and silent. */
class EcgLane extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    lane: { state: true },
  };

  static styles = [
    shared,
    css`
      details { margin-top: 12px; }
      summary { cursor: pointer; font-weight: 700; padding: 6px 0; }
      table { border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); }
      th, td { text-align: left; padding: 5px 10px; border-bottom: 1px solid var(--line); }
    `,
  ];

  #hear = (event) => event.detail.name === 'site' && this.#look();
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    clearInterval(this.#timer);
  }

  async #look() {
    try {
      this.lane = await this.api.get('/api/technical', true);
    } catch {
      this.lane = undefined; // the page says that the hub does not answer
    }
  }

  render() {
    const t = this.t;
    if (!this.lane) {
      return html``;
    }
    const { alerts, onLine, heard } = this.lane;
    return html`
      <details>
        <summary>${t('lane.title', { count: alerts.length, onLine, heard })}</summary>
        ${alerts.length
          ? html`<table>
              <thead><tr><th>${t('lane.what')}</th><th>${t('worklist.site')}</th><th>${t('lane.unit')}</th><th>${t('lane.heard')}</th></tr></thead>
              <tbody>
                ${alerts.map(
                  (alert) => html`<tr>
                    <td>${t(`lane.${alert.kind}`, { value: alert.value ?? '' })}</td>
                    <td>${alert.siteName}</td>
                    <td>${alert.unit ?? ''}</td>
                    <td>${t('ago', { time: duration(secondsSince(alert.heardAt)) })}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`
          : html`<p>${t('lane.well')}</p>`}
      </details>
    `;
  }
}

customElements.define('ecg-lane', EcgLane);
