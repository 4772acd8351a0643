import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';
import './ecg-holes.js';

/** What a form says of itself: what went wrong, or the holes that the change opens and the button that accepts them. */
class EcgSaveAnyway extends LitElement {
  static properties = { t: { attribute: false }, complaint: { attribute: false }, opens: { attribute: false } };

  static styles = [shared, css`p { margin: 0 0 6px; } button { margin-top: 6px; }`];

  render() {
    return html`<div role="alert">
      ${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}
      ${this.opens
        ? html`<p class="warning">${this.t('roster.opens')}</p>
            <ecg-holes .t=${this.t} .holes=${this.opens.holes}></ecg-holes>
            <button class="urgent" type="button" @click=${() => this.opens.again()}>${this.t('roster.accept')}</button>`
        : ''}
    </div>`;
  }
}

customElements.define('ecg-save-anyway', EcgSaveAnyway);
