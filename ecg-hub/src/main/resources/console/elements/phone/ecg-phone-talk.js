import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { hubNow, timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

/** A word to the clinic: one touch sends a sentence to its screen, one calls it up. */
class EcgPhoneTalk extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    exam: { attribute: false },
    found: { state: true },
    sent: { state: true },
    complaint: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      section { display: grid; gap: 8px; }
      button, a.call { min-height: 48px; font-size: 1.05rem; text-align: left; width: 100%; }
      a.call { display: flex; align-items: center; gap: 8px; font-weight: 800; color: var(--accent); border: 2px solid var(--accent); border-radius: 6px; padding: 4px 12px; text-decoration: none; }
      .sent { color: var(--good); font-weight: 700; }
      p { margin: 0; }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('exam') && this.exam && this.site !== this.exam.site) {
      this.site = this.exam.site;
      this.#fetch();
    }
  }

  async #fetch() {
    try {
      this.found = await this.api.get(`/api/clinics/${encodeURIComponent(this.exam.site)}`, true);
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const { t, found } = this;
    return html`
      <section class="box">
        <h2>${t('phone.talk')}</h2>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        ${found?.phone
          ? html`<a class="call" href=${`tel:${found.phone}`}>☎ ${found.name} ${found.phone}</a>`
          : html`<p>${t('dispatch.noPhone')}</p>`}
        <div role="status">${this.sent ? html`<p class="sent">✓ ${t('phone.sent', this.sent)}</p>` : ''}</div>
        ${(found?.phrases ?? []).map(
          (one) => html`<button data-phrase=${one.name} ?disabled=${this.busy} @click=${() => this.#say(one)}>${t.either(one)}</button>`,
        )}
      </section>
    `;
  }

  async #say(phrase) {
    this.busy = true;
    this.complaint = '';
    try {
      await this.api.post(`/api/cases/${this.exam.case.id}/tell`, { phrase: phrase.name });
      this.sent = { time: timeOf(new Date(hubNow()).toISOString(), this.t.language), words: this.t.either(phrase) };
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-phone-talk', EcgPhoneTalk);
