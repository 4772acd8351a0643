import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

/** One message: every attempt with its time, latency, status and answer, and what was sent. */
class EcgDelivery extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    deliveryId: {},
    attempts: { type: Number },
    replayed: {},
    shown: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: 2px 10px 2px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
      th { color: var(--muted); }
      pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 90ch; max-height: 12em; overflow-y: auto; }
      h3 { margin: 8px 0 2px; }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('deliveryId') || changed.has('attempts') || changed.has('replayed')) {
      this.#fetch();
    }
  }

  async #fetch() {
    try {
      this.shown = await this.api.get(`/api/deliveries/${this.deliveryId}`, true);
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const { t, shown } = this;
    if (this.complaint || !shown) {
      return html`<p role="alert" class=${this.complaint ? 'problem' : ''}>${this.complaint || t('dispatch.loading')}</p>`;
    }
    return html`
      <p>webhook-id: <code>${shown.id}</code>${shown.replayedAt ? ` · ${t('deliveries.replayed', { time: timeOf(shown.replayedAt, t.language) })}` : ''}</p>
      ${shown.log.length ? this.#log(shown.log) : html`<p>${t('deliveries.attempts.none')}</p>`}
      <h3>${t('deliveries.content')}</h3>
      <pre tabindex="0">${shown.content}</pre>
    `;
  }

  #log(log) {
    const { t } = this;
    return html`
      <table>
        <thead><tr>
          ${['attempt', 'at', 'latency', 'outcome', 'response'].map((one) => html`<th scope="col">${t(`deliveries.attempt.${one}`)}</th>`)}
        </tr></thead>
        <tbody>
          ${log.map(
            (one) => html`<tr>
              <td>${one.number}</td>
              <td>${timeOf(one.at, t.language)}</td>
              <td>${one.latencyMillis} ms</td>
              <td>${[one.outcome, one.status].filter(Boolean).join(' ')}</td>
              <td><pre tabindex="0">${one.response}</pre></td>
            </tr>`,
          )}
        </tbody>
      </table>
    `;
  }
}

customElements.define('ecg-delivery', EcgDelivery);
