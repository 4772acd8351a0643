import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';
import { send } from './saving.js';
import './ecg-save-anyway.js';

const EMPTY = { id: '', name: '', account: '', active: true, ways: [] };

/** Who can be on duty, and how they are reached. Fires `changed`. */
class EcgPeople extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    people: { attribute: false },
    channels: { attribute: false },
    edited: { state: true },
    busy: { state: true },
    complaint: { state: true },
    opens: { state: true },
  };

  static styles = [
    shared,
    css`
      section, form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
      ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 4px; }
      li button { width: 100%; text-align: left; overflow-wrap: anywhere; }
      label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; font-weight: 600; font-size: 0.9rem; }
      input, select { font-weight: 400; width: 100%; min-width: 0; }
      fieldset { min-width: 0; border: 1px solid var(--line); border-radius: 6px; display: grid; gap: 6px; margin: 0; }
      .check { display: flex; gap: 6px; align-items: center; }
      .check input { width: auto; min-height: 0; }
      .row { display: flex; flex-wrap: wrap; gap: 8px 14px; }
    `,
  ];

  render() {
    const t = this.t;
    return html`<section class="box">
      <h2>${t('roster.people')}</h2>
      ${this.edited ? this.#form() : html`
        <ul>${this.people.map((person) => html`<li><button @click=${() => this.#edit(person)}>
          <b>${person.name}</b> ${person.active ? '' : html`<span class="chip">${t('roster.inactive')}</span>`}
          <span class="muted">${person.ways.map((way) => `${way.channel} ${way.address}`).join(' · ') || t('roster.noWay')}</span>
        </button></li>`)}</ul>
        <button class="primary" @click=${() => this.#edit(EMPTY)}>${t('roster.newPerson')}</button>`}
    </section>`;
  }

  #form() {
    const { t, edited } = this;
    return html`<form @submit=${this.#send}>
      <label>${t('roster.name')}<input name="name" required maxlength="64" .value=${edited.name} autocomplete="off" /></label>
      <label>${t('roster.account')}<input name="account" maxlength="40" .value=${edited.account} autocomplete="off" /></label>
      ${edited.ways.map((way, number) => this.#way(way, number))}
      <button type="button" @click=${() => this.#addWay()}>${t('roster.addWay')}</button>
      <label class="check"><input type="checkbox" name="active" .checked=${edited.active} />${t('roster.active')}</label>
      <ecg-save-anyway .t=${t} .complaint=${this.complaint} .opens=${this.opens}></ecg-save-anyway>
      <div class="row">
        <button class="primary" ?disabled=${this.busy}>${t('roster.save')}</button>
        <button type="button" @click=${() => (this.edited = undefined)}>${t('roster.back')}</button>
      </div>
    </form>`;
  }

  #way(way, number) {
    const t = this.t;
    const serves = (urgency) => html`<label class="check"><input type="checkbox" name="serves" value=${urgency}
      .checked=${way.serves.includes(urgency)} />${t(`roster.urgency.${urgency}`)}</label>`;
    return html`<fieldset>
      <legend>${t('roster.way')} ${number + 1}</legend>
      <label>${t('roster.channel')}<select name="channel">
        ${this.channels.map((channel) => html`<option value=${channel} ?selected=${channel === way.channel}>${channel}</option>`)}
      </select></label>
      <label>${t('roster.address')}<input name="address" required maxlength="200" .value=${way.address} autocomplete="off" /></label>
      <div class="row">${serves('PUSH')}${serves('RING')}
        <button type="button" @click=${() => this.#removeWay(number)}>${t('roster.removeWay')}</button></div>
    </fieldset>`;
  }

  #edit(person) {
    this.complaint = '';
    this.edited = { ...person, ways: person.ways.map((way) => ({ ...way })) };
  }

  #addWay() {
    this.#keep();
    this.edited = { ...this.edited, ways: [...this.edited.ways, { channel: this.channels[0], address: '', serves: ['PUSH', 'RING'] }] };
  }

  #removeWay(number) {
    this.#keep();
    this.edited = { ...this.edited, ways: this.edited.ways.filter((way, at) => at !== number) };
  }

  /** What was typed so far. */
  #keep() {
    const form = this.renderRoot.querySelector('form');
    this.edited = {
      ...this.edited,
      name: form.elements.name.value,
      account: form.elements.account.value,
      active: form.elements.active.checked,
      ways: [...form.querySelectorAll('fieldset')].map((field) => ({
        channel: field.querySelector('[name=channel]').value,
        address: field.querySelector('[name=address]').value,
        serves: [...field.querySelectorAll('[name=serves]:checked')].map((box) => box.value),
      })),
    };
  }

  async #send(event) {
    event.preventDefault();
    this.#keep();
    await send(this, '/api/roster/people', this.edited);
    if (!this.complaint) {
      this.edited = undefined;
    }
  }
}

customElements.define('ecg-people', EcgPeople);
