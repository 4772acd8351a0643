import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';
import './ecg-paper.js';

/** One lead over the whole screen, enlarged, with the calipers put between its tags. Fires `closed`. */
class EcgLead extends LitElement {
  static properties = {
    t: { attribute: false },
    paper: { attribute: false },
    waveform: { attribute: false },
    pxPerMm: { type: Number },
    foot: { attribute: false },
    lead: {},
  };

  static styles = [
    shared,
    css`
      dialog { width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; padding: 8px; border: 0; background: var(--ground); color: var(--text); }
      .head { display: flex; gap: 12px; align-items: center; margin-bottom: 6px; }
    `,
  ];

  render() {
    const title = this.t('viewer.lead.title', { lead: this.lead.replace('-', '−') });
    return html`
      <dialog aria-label=${title}>
        <div class="head">
          <h2>${title}</h2>
          <span class="muted">${this.t('viewer.lead.keys')}</span>
          <button @click=${() => this.dispatchEvent(new Event('closed'))}>${this.t('viewer.lead.close')}</button>
        </div>
        <ecg-paper .t=${this.t} .paper=${this.paper} .waveform=${this.waveform} .pxPerMm=${this.pxPerMm} .foot=${this.foot} .label=${title}><slot></slot></ecg-paper>
      </dialog>
    `;
  }

  firstUpdated() {
    this.renderRoot.querySelector('dialog').showModal();
  }
}

customElements.define('ecg-lead', EcgLead);
