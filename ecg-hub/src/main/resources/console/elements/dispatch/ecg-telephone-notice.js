import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';

/** On every page of the centre: that nobody at 120 has accepted, and where to read what to say. */
class EcgTelephoneNotice extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    due: { state: true },
  };

  static styles = [
    shared,
    css`
      p { margin: 8px 12px 0; }
      a { color: inherit; }
    `,
  ];

  #hear = (event) => {
    if (event.detail.name === 'case' || event.detail.name === 'connected') {
      this.refresh();
    }
  };

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
  }

  async refresh() {
    try {
      const { items } = await this.api.get('/api/dispatches/unaccepted', true);
      this.due = items.filter((one) => one.telephoneNow);
    } catch {
      this.due = []; // the page's own calls say what is wrong
    }
  }

  render() {
    const numbers = (this.due ?? []).map((one) => one.case).join(', ');
    return html`<div role="alert">
      ${numbers ? html`<p class="problem"><a href="#/telephone">${this.t('dispatch.telephone.notice', { numbers })}</a></p>` : ''}
    </div>`;
  }
}

customElements.define('ecg-telephone-notice', EcgTelephoneNotice);
