import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { duration, secondsSince } from '../../clock.js';
import { shared } from '../shared-styles.js';

const NAG_MS = 30_000;

/** On every page of the centre: clinics that ask to be called, until somebody has called. Sounds while nobody calls. */
class EcgCallBacks extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    sound: { attribute: false },
    me: { attribute: false },
    items: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      ul { list-style: none; margin: 0 12px; padding: 0; }
      li { margin-top: 8px; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
      li.taken { background: none; color: inherit; border-color: var(--line); }
      .asks { font-weight: 700; }
      a { color: inherit; }
    `,
  ];

  #heard = new Set();
  #timers = [];
  #hear = ({ detail: { name } }) => (['connected', 'clinic', 'worklist'].includes(name) ? this.refresh() : undefined);

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.#timers = [setInterval(() => this.requestUpdate(), 1000), setInterval(() => this.#nag(), NAG_MS)];
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    this.#timers.forEach(clearInterval);
  }

  async refresh() {
    try {
      this.items = (await this.api.get('/api/call-backs', true)).items;
    } catch {
      return; // the page's own calls say what is wrong; what was known stays on the screen
    }
    const fresh = this.#waiting.filter((one) => !this.#heard.has(`${one.examId} ${one.seq}`));
    fresh.forEach((one) => this.#heard.add(`${one.examId} ${one.seq}`));
    if (fresh.length) {
      this.sound.play('CALL');
    }
  }

  get #waiting() {
    return (this.items ?? []).filter((one) => !one.by);
  }

  #nag() {
    if (this.#waiting.length) {
      this.sound.play('CALL');
    }
  }

  render() {
    const t = this.t;
    return html`
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      <ul aria-label=${t('callback.title')} aria-live="polite">${(this.items ?? []).map((one) => this.#row(one))}</ul>
    `;
  }

  #row(one) {
    const t = this.t;
    const mine = one.account === this.me?.name;
    return html`
      <li class=${one.by ? 'warning taken' : 'warning'} data-exam=${one.examId}>
        <span class="asks">☎ ${t('callback.asks', { site: one.clinic })}</span>
        ${one.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}
        ${one.phone ? html`<a href="tel:${one.phone}">${one.phone}</a>` : ''}
        <span>${t('callback.waits', { time: duration(secondsSince(one.askedAt)) })}</span>
        ${one.by ? html`<span class="chip">${mine ? t('callback.mine') : t('callback.by', { by: one.by })}</span>` : ''}
        <a href="#/exam/${one.examId}">${t('callback.open')}</a>
        ${mine ? '' : html`<button class=${one.by ? '' : 'primary'} @click=${() => this.#step(one, 'take', { takeOver: Boolean(one.by) })}>${t(one.by ? 'callback.over' : 'callback.take')}</button>`}
        ${one.by ? html`<button class=${mine ? 'primary' : ''} @click=${() => this.#step(one, 'done', {})}>${t('callback.done')}</button>` : ''}
      </li>
    `;
  }

  async #step({ examId, seq }, step, body) {
    try {
      await this.api.post(`/api/exams/${examId}/call-back/${step}`, { seq, ...body });
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
    await this.refresh();
  }
}

customElements.define('ecg-call-backs', EcgCallBacks);
