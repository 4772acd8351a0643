import { LitElement, css, html } from 'lit';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';
import { instant, local, send } from './saving.js';
import './ecg-save-anyway.js';

/** What can become of a shift: a substitute for a part of it, a swap, its end. Fires `changed` and `left`. */
class EcgShiftChange extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    duty: { attribute: false },
    people: { attribute: false },
    duties: { attribute: false },
    busy: { state: true },
    complaint: { state: true },
    opens: { state: true },
  };

  static styles = [
    shared,
    css`
      section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; }
      form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; border-top: 1px solid var(--line); padding-top: 8px; }
      label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; font-weight: 600; font-size: 0.9rem; }
      input, select { font-weight: 400; width: 100%; min-width: 0; }
      .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(190px, 100%), 1fr)); gap: 8px; }
      .row { display: flex; flex-wrap: wrap; gap: 8px; }
      p { margin: 0; }
    `,
  ];

  render() {
    const { t, duty } = this;
    const others = this.duties.filter((other) => other.shift !== duty.shift && other.planned !== duty.planned);
    const when = (span) => `${timeOf(span.shiftFrom, t.language)} – ${timeOf(span.shiftTo, t.language)}`;
    return html`<section class="box">
      <h2>${t(`roster.tier.${duty.tier}`)} · ${duty.name}</h2>
      <p class="muted">${when(duty)}</p>
      ${duty.instead
        ? html`<p class="warning">${t('roster.agreed', { by: duty.instead.agreedBy, at: timeOf(duty.instead.agreedAt, t.language) })} ${duty.instead.note}</p>`
        : ''}
      <ecg-save-anyway .t=${t} .complaint=${this.complaint} .opens=${this.opens}></ecg-save-anyway>
      <form @submit=${this.#substitute}>
        <h3>${t('roster.substitute')}</h3>
        <label>${t('roster.person')}<select name="person" required>
          <option value="">${t('roster.choose')}</option>
          ${this.people.filter((person) => person.active && person.id !== duty.person).map((person) => html`<option value=${person.id}>${person.name}</option>`)}
        </select></label>
        <div class="two">
          <label>${t('roster.from')}<input type="datetime-local" name="from" required .value=${local(duty.from)} /></label>
          <label>${t('roster.to')}<input type="datetime-local" name="to" required .value=${local(duty.to)} /></label>
          <label>${t('roster.agreedBy')}<input name="agreedBy" required maxlength="60" autocomplete="off" /></label>
          <label>${t('roster.note')}<input name="note" maxlength="200" autocomplete="off" /></label>
        </div>
        <button class="primary" ?disabled=${this.busy}>${t('roster.substitute')}</button>
      </form>
      <form @submit=${this.#swap}>
        <h3>${t('roster.swap')}</h3>
        <label>${t('roster.with')}<select name="with" required>
          <option value="">${t('roster.choose')}</option>
          ${others.map((other) => html`<option value=${other.shift}>${t(`roster.tier.${other.tier}`)} · ${other.name} · ${when(other)}</option>`)}
        </select></label>
        <label>${t('roster.agreedBy')}<input name="agreedBy" required maxlength="60" autocomplete="off" /></label>
        <button class="primary" ?disabled=${this.busy || !others.length}>${t('roster.swap')}</button>
      </form>
      <div class="row">
        <button class="urgent" ?disabled=${this.busy} @click=${this.#remove}>${t('roster.remove')}</button>
        <button @click=${() => this.dispatchEvent(new Event('left'))}>${t('roster.back')}</button>
      </div>
    </section>`;
  }

  #substitute(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    send(this, `/api/roster/shifts/${this.duty.shift}/substitute`, {
      ...given,
      from: instant(given.from),
      to: instant(given.to),
    });
  }

  #swap(event) {
    event.preventDefault();
    send(this, '/api/roster/swap', { shift: this.duty.shift, note: '', ...Object.fromEntries(new FormData(event.target)) });
  }

  #remove() {
    send(this, `/api/roster/shifts/${this.duty.shift}/remove`, {});
  }
}

customElements.define('ecg-shift-change', EcgShiftChange);
