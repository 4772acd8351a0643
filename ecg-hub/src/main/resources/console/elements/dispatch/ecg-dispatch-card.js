import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { duration, timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

const FORWARD = ['ACCEPTED', 'DISPATCHED', 'ARRIVED'];

/** One request in large type: where, whom, what, since when, and what a dispatcher can say about it. Fires `done`. */
class EcgDispatchCard extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    request: { attribute: false },
    waited: { type: Number },
    calling: { state: true },
    complaint: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      article { display: grid; gap: 12px; }
      .top { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; justify-content: space-between; }
      .state { font-size: 1.5rem; font-weight: 800; }
      .state.open { color: var(--red); }
      .state.taken { color: var(--good); }
      .waited { font-size: 1.5rem; font-weight: 700; font-variant-numeric: tabular-nums; }
      .where { border-left: 8px solid var(--accent); padding: 2px 0 2px 14px; }
      address { font-style: normal; font-size: 2.3rem; line-height: 1.2; font-weight: 800; overflow-wrap: anywhere; }
      .name { font-size: 1.5rem; font-weight: 700; }
      .map { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 1.25rem; margin: 4px 0 0; }
      a.phone { font-size: 1.7rem; font-weight: 800; color: var(--accent); display: inline-flex; align-items: center; min-height: 44px; }
      .what { font-size: 1.35rem; margin: 0; padding: 0; list-style: none; font-weight: 700; }
      .who { font-size: 1.25rem; margin: 0; }
      .buttons { display: flex; flex-wrap: wrap; gap: 10px; }
      .buttons button, .buttons a { min-height: 60px; font-size: 1.3rem; padding: 8px 22px; }
      .buttons a { display: inline-flex; align-items: center; border: 1px solid var(--control-line); border-radius: 6px; color: var(--accent); font-weight: 700; text-decoration: none; }
      form { display: grid; gap: 8px; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 1.1rem; }
      input { min-height: 48px; font-size: 1.2rem; }
      ol.steps { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; font-size: 1.05rem; }
      ol.steps time { color: var(--muted); font-variant-numeric: tabular-nums; }
    `,
  ];

  willUpdate(changed) {
    const before = changed.get('request');
    if (before && before.id !== this.request.id) {
      this.calling = false;
      this.complaint = '';
    }
  }

  render() {
    const { t, request } = this;
    return html`
      <article class="box" data-dispatch=${request.id}>
        ${this.#top()} ${this.#where()}
        <ul class="what">${request.findings.map((one) => html`<li>${t.either(one)}${one.hard ? ` (${t('hard')})` : ''}</li>`)}</ul>
        <p class="who">
          ${t(`sex.${request.patient.sex}`)}
          ${request.patient.ageYears === undefined ? t('age.unknown') : t('age', { age: request.patient.ageYears })} ·
          ${request.confirmedBy.length
            ? t('dispatch.confirmed', { by: request.confirmedBy.join(', ') })
            : t('dispatch.unconfirmed')}
        </p>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        ${this.calling ? this.#callingOff() : this.#answers()} ${this.#steps()}
      </article>
    `;
  }

  #top() {
    const { t, request } = this;
    const open = ['SENT', 'RECEIVED'].includes(request.state);
    const mood = open ? 'open' : request.state === 'CANCELLED' ? '' : 'taken';
    return html`
      <div class="top">
        <span class="state ${mood}">${t(`dispatch.state.${request.state}`)}</span>
        ${request.drill ? html`<span class="chip drill">${t('drill')}</span>` : ''}
        <span>${t('dispatch.case', { number: request.case })}</span>
        <span class="waited">${open ? t('dispatch.waited', { time: duration(this.waited) }) : ''}</span>
      </div>
    `;
  }

  #where() {
    const { t } = this;
    const { site } = this.request;
    return html`
      <section class="where" aria-label=${t('dispatch.where')}>
        <address>${site.address || t('dispatch.noAddress')}</address>
        <p class="map name">${site.name} (${site.code})</p>
        <p class="map">
          ${site.coordinates ? html`<span>${t('dispatch.coordinates')} <strong>${site.coordinates}</strong></span>` : ''}
          ${site.direction
            ? html`<span>${t('dispatch.way', { kilometres: site.kilometres, direction: t(`dispatch.direction.${site.direction}`) })}</span>`
            : ''}
        </p>
        ${site.phone ? html`<a class="phone" href=${`tel:${site.phone}`}>☎ ${site.phone}</a>` : html`<p class="map">${t('dispatch.noPhone')}</p>`}
      </section>
    `;
  }

  #answers() {
    const { t, request } = this;
    const next = FORWARD.filter((state) => request.answers.includes(state));
    return html`
      <div class="buttons">
        ${next.map(
          (state, at) => html`<button class=${at ? '' : 'primary'} data-state=${state} ?disabled=${this.busy}
            @click=${() => this.#answer(state)}>${t(`dispatch.answer.${state}`)}</button>`,
        )}
        <a href=${`/ecg.html#${request.ecg}`} target="_blank" rel="noreferrer">${t('dispatch.ecg')}</a>
        ${request.answers.includes('CANCELLED')
          ? html`<button data-state="CANCELLED" @click=${() => (this.calling = true)}>${t('dispatch.answer.CANCELLED')}</button>`
          : ''}
      </div>
    `;
  }

  #callingOff() {
    const { t } = this;
    return html`
      <form @submit=${this.#callOff}>
        <label>${t('dispatch.reason')}<input name="note" required maxlength="200" autocomplete="off" /></label>
        <div class="buttons">
          <button class="urgent" ?disabled=${this.busy}>${t('dispatch.callOff')}</button>
          <button type="button" @click=${() => (this.calling = false)}>${t('dispatch.keep')}</button>
        </div>
      </form>
    `;
  }

  #steps() {
    const { t, request } = this;
    return html`
      <ol class="steps" aria-label=${t('dispatch.steps')}>
        ${request.steps.map(
          (step) => html`<li><time datetime=${step.at}>${timeOf(step.at, t.language)}</time>
            ${[t(`dispatch.state.${step.state}`), this.#who(step.by), step.note].filter(Boolean).join(' · ')}</li>`,
        )}
      </ol>
    `;
  }

  /** The ladder asks in the centre's name. */
  #who(by) {
    return by === 'ladder' ? this.t('dispatch.centre') : by;
  }

  #callOff(event) {
    event.preventDefault();
    this.#answer('CANCELLED', new FormData(event.target).get('note'));
  }

  async #answer(state, note = '') {
    this.busy = true;
    this.complaint = '';
    try {
      await this.api.post(`/api/dispatches/${this.request.id}/answer`, { state, note });
      this.calling = false;
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
      this.dispatchEvent(new Event('done')); // also after a refusal: somebody else was quicker
    }
  }
}

customElements.define('ecg-dispatch-card', EcgDispatchCard);
