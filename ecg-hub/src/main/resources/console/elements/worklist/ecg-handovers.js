import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { hubNow, timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

/** The change of shift: what others offer, each to be taken by name, and what this reader still holds, to be offered. */
class EcgHandovers extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    me: { attribute: false },
    items: { attribute: false },
    waiting: { state: true },
    offering: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      .offer { margin: 0 0 8px; }
      ul { list-style: none; padding: 0; margin: 4px 0; }
      li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; padding: 3px 0; }
      li input { min-width: 18em; flex: 1; }
    `,
  ];

  #hear = (event) => ['worklist', 'connected'].includes(event.detail.name) && this.#look();

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
  }

  async #look() {
    try {
      this.waiting = (await this.api.get('/api/handovers', true)).handovers;
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const t = this.t;
    return html`
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      ${(this.waiting ?? []).map((one) => this.#offer(one))}
      ${this.#may() ? html`<button class="offer" @click=${() => (this.offering = !this.offering)} aria-expanded=${this.offering ? 'true' : 'false'}>${t('handover.start')}</button>` : ''}
      ${this.offering ? this.#form() : ''}
    `;
  }

  #may() {
    return this.me?.rights.includes('HANDLE_CASES');
  }

  #offer(one) {
    const t = this.t;
    const own = one.account === this.me?.name;
    return html`<div class="warning offer" role="status">
      ${t(own ? 'handover.own' : 'handover.waiting', { by: one.from, time: timeOf(one.offeredAt, t.language), count: one.items.length })}
      <ul>
        ${one.items.map(
          (item) => html`<li>
            <a href="#/exam/${item.examId}">${this.#name(item.examId)}</a><span>${item.nextAction}</span>
            ${this.#may() ? html`<button class="primary" @click=${() => this.#take(item.examId)}>${t(own ? 'handover.keep' : 'handover.take')}</button>` : ''}
          </li>`,
        )}
      </ul>
    </div>`;
  }

  /** What is this reader's: claimed by them, or a case of theirs that is not closed. */
  #mine() {
    return (this.items ?? []).filter(
      (item) =>
        !item.offeredBy &&
        ((item.claim?.account === this.me?.name && hubNow() < Date.parse(item.claim.until) && item.waits) ||
          (item.stateBy === this.me?.displayName && ['ACCEPTED', 'ACKNOWLEDGED'].includes(item.state))),
    );
  }

  #form() {
    const t = this.t;
    const mine = this.#mine();
    return html`<form class="box offer" @submit=${this.#send}>
      <h2>${t('handover.title')}</h2>
      ${mine.length
        ? html`<ul>
              ${mine.map(
                (item) => html`<li>
                  <label>${this.#name(item.examId)} <input name=${item.examId} required maxlength="200" .value=${t('handover.read')} aria-label=${t('handover.next', { name: this.#name(item.examId) })} /></label>
                </li>`,
              )}
            </ul>
            <button class="primary">${t('handover.offer')}</button>`
        : html`<p>${t('handover.none')}</p>`}
    </form>`;
  }

  #name(examId) {
    const item = (this.items ?? []).find((one) => one.examId === examId);
    return item ? `${item.patientName ?? this.t('name.unknown')} (${item.site})` : examId.slice(-6).toUpperCase();
  }

  #send = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const items = [...form.entries()].map(([examId, nextAction]) => ({ examId, nextAction }));
    await this.#do(() => this.api.post('/api/handovers', { items }));
    this.offering = Boolean(this.complaint);
  };

  #take(examId) {
    return this.#do(() => this.api.post(`/api/exams/${examId}/take`));
  }

  async #do(action) {
    try {
      await action();
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
    await this.#look();
  }
}

customElements.define('ecg-handovers', EcgHandovers);
