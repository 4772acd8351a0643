import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';
import { instant, local, send } from './saving.js';
import { TIERS } from './tiers.js';
import './ecg-save-anyway.js';

/** A new shift, once or again and again. Fires `changed`. */
class EcgShiftForm extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    people: { attribute: false },
    day: { attribute: false },
    busy: { state: true },
    complaint: { state: true },
    opens: { state: true },
  };

  static styles = [
    shared,
    css`
      form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
      label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; font-weight: 600; font-size: 0.9rem; }
      input, select { font-weight: 400; width: 100%; min-width: 0; }
      .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(190px, 100%), 1fr)); gap: 8px; }
    `,
  ];

  render() {
    const t = this.t;
    const start = new Date(this.day);
    start.setHours(8);
    const end = new Date(start.getTime() + 12 * 3600 * 1000);
    return html`<form class="box" @submit=${this.#send}>
      <h2>${t('roster.add')}</h2>
      <label>${t('roster.tier')}<select name="tier">${TIERS.map((tier) => html`<option value=${tier}>${t(`roster.tier.${tier}`)}</option>`)}</select></label>
      <label>${t('roster.person')}<select name="person" required>
        <option value="">${t('roster.choose')}</option>
        ${this.people.filter((person) => person.active).map((person) => html`<option value=${person.id}>${person.name}</option>`)}
      </select></label>
      <div class="two">
        <label>${t('roster.from')}<input type="datetime-local" name="from" required .value=${local(start)} /></label>
        <label>${t('roster.to')}<input type="datetime-local" name="to" required .value=${local(end)} /></label>
        <label>${t('roster.every')}<input type="number" name="everyDays" min="1" max="366" value="1" required /></label>
        <label>${t('roster.times')}<input type="number" name="times" min="1" max="370" value="1" required /></label>
      </div>
      <ecg-save-anyway .t=${t} .complaint=${this.complaint} .opens=${this.opens}></ecg-save-anyway>
      <button class="primary" ?disabled=${this.busy}>${t('roster.save')}</button>
    </form>`;
  }

  #send(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    send(this, '/api/roster/shifts', {
      tier: given.tier,
      person: given.person,
      from: instant(given.from),
      to: instant(given.to),
      everyDays: Number(given.everyDays),
      times: Number(given.times),
    });
  }
}

customElements.define('ecg-shift-form', EcgShiftForm);
