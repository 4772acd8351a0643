import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { duration, secondsSince } from '../../clock.js';
import { shared } from '../shared-styles.js';

/** What the centre reads to 120 over the telephone when nobody there has accepted, line by line, and who accepted aloud. */
class EcgTelephone extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    me: { attribute: false },
    found: { state: true },
    complaint: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      h1 { margin-bottom: 8px; }
      section { margin-bottom: 12px; display: grid; gap: 8px; max-width: 900px; }
      .call { font-size: 1.8rem; font-weight: 800; color: var(--red); display: inline-flex; align-items: center; min-height: 44px; }
      ol { margin: 0; padding-left: 26px; font-size: 1.3rem; display: grid; gap: 6px; }
      form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
      label { display: grid; gap: 2px; font-weight: 600; }
      input, form button { min-height: 44px; }
      p { margin: 0; }
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
    this.tick = setInterval(() => this.requestUpdate(), 1000);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
    clearInterval(this.tick);
  }

  async refresh() {
    try {
      this.found = await this.api.get('/api/dispatches/unaccepted', true);
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const { t } = this;
    const items = this.found?.items ?? [];
    return html`
      <h1>${t('dispatch.telephone.title')}</h1>
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      ${items.length ? items.map((one) => this.#script(one)) : html`<p class="box">${t('dispatch.telephone.none')}</p>`}
    `;
  }

  #script(request) {
    const { t, found } = this;
    return html`
      <section class="box" data-dispatch=${request.id}>
        ${request.drill
          ? html`<p class="warning">${t('dispatch.telephone.drill')}</p>`
          : html`<a class="call" href=${`tel:${found.phone}`}>☎ ${found.phone}</a>`}
        <p class=${request.telephoneNow ? 'problem' : 'warning'}>
          ${t(request.telephoneNow ? 'dispatch.telephone.now' : 'dispatch.telephone.soon', {
            number: request.case,
            time: duration(secondsSince(request.requestedAt)),
          })}
        </p>
        <ol>${this.#lines(request).map((line) => html`<li>${line}</li>`)}</ol>
        ${this.me.rights.includes('HANDLE_CASES') ? this.#accepted(request) : ''}
        <a href=${`#/exam/${request.examId}`}>${t('dispatch.telephone.case')}</a>
      </section>
    `;
  }

  #lines(request) {
    const { t } = this;
    const { site, patient } = request;
    const age = patient.ageYears === undefined ? t('age.unknown') : t('age', { age: patient.ageYears });
    return [
      t('dispatch.line.centre', { number: request.case }),
      t('dispatch.line.where', { address: site.address || t('dispatch.noAddress'), name: site.name }),
      site.coordinates && t('dispatch.line.coordinates', { coordinates: site.coordinates }),
      t('dispatch.line.phone', { phone: site.phone || t('dispatch.noPhone') }),
      t('dispatch.line.patient', { sex: t(`sex.${patient.sex}`), age }),
      t('dispatch.line.finding', { finding: request.findings.map((one) => t.either(one).replace(/[.。]$/, '')).join('; ') }),
      request.confirmedBy.length
        ? t('dispatch.line.confirmed', { by: request.confirmedBy.join(', ') })
        : t('dispatch.line.unconfirmed'),
      t('dispatch.line.accept'),
    ].filter(Boolean);
  }

  #accepted(request) {
    const { t } = this;
    return html`
      <form @submit=${(event) => this.#submit(event, request)}>
        <label>${t('dispatch.telephone.by')}<input name="by" required maxlength="60" autocomplete="off" /></label>
        <button class="primary" ?disabled=${this.busy}>${t('dispatch.telephone.accepted')}</button>
      </form>
    `;
  }

  async #submit(event, request) {
    event.preventDefault();
    const by = new FormData(event.target).get('by');
    this.busy = true;
    this.complaint = '';
    try {
      await this.api.post(`/api/dispatches/${request.id}/telephone`, { by });
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
      await this.refresh();
    }
  }
}

customElements.define('ecg-telephone', EcgTelephone);
