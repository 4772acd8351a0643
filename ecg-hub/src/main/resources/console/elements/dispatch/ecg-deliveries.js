import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { hubNow, timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';
import './ecg-delivery.js';

const STATES = ['DEAD', 'WAITING', 'DELIVERED', 'NEEDLESS'];
const HOURS = [1, 12, 24, 168];

/** Every message that was sent or is to be: what became of it, those that were given up first to be found, and sending again. */
class EcgDeliveries extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    feed: { attribute: false },
    found: { state: true },
    open: { state: true },
    picked: { state: true },
    said: { state: true },
    complaint: { state: true },
    busy: { state: true },
    states: { state: true },
    channel: { state: true },
    hours: { state: true },
  };

  static styles = [
    shared,
    css`
      h1 { margin-bottom: 8px; }
      form { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-bottom: 8px; }
      fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 12px; }
      label { display: inline-flex; gap: 4px; align-items: center; min-height: 32px; }
      input[type='checkbox'] { min-height: 24px; width: 24px; height: 24px; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: 4px 8px; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th { color: var(--muted); }
      .DEAD { color: var(--red); font-weight: 700; }
      .WAITING { color: var(--amber); font-weight: 700; }
      .DELIVERED { color: var(--good); }
      .again { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; align-items: center; }
    `,
  ];

  #hear = (event) => {
    if (['case', 'connected'].includes(event.detail.name)) {
      this.refresh(true);
    }
  };

  constructor() {
    super();
    this.states = ['DEAD', 'WAITING', 'DELIVERED'];
    this.channel = '';
    this.hours = 24;
    this.picked = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('hub', this.#hear);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.removeEventListener('hub', this.#hear);
  }

  /** What the page shows, and what "send all again" means. */
  get #filter() {
    return {
      from: new Date(hubNow() - this.hours * 3_600_000).toISOString(),
      to: new Date(hubNow() + 60_000).toISOString(),
      states: this.states,
      channel: this.channel,
    };
  }

  async refresh(background = false) {
    const { from, to, states, channel } = this.#filter;
    const query = new URLSearchParams({ from, to, states: states.join(','), channel });
    try {
      this.found = await this.api.get(`/api/deliveries?${query}`, background === true);
      this.complaint = '';
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const { t, found } = this;
    return html`
      <h1>${t('deliveries.title')}</h1>
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      <div role="status">${this.said ? html`<p class="box">${this.said}</p>` : ''}</div>
      ${(found?.disabled ?? []).map(
        (name) => html`<p class="problem">${t('deliveries.disabled', { channel: name })}
          <button @click=${() => this.#enable(name)}>${t('deliveries.enable')}</button></p>`,
      )}
      ${this.#choices()} ${this.#again()} ${this.#table()}
    `;
  }

  #choices() {
    const { t } = this;
    return html`
      <form class="box" @change=${this.#chosen} @submit=${(event) => event.preventDefault()}>
        <fieldset>
          <legend>${t('deliveries.state')}</legend>
          ${STATES.map(
            (state) => html`<label><input type="checkbox" name="states" value=${state} .checked=${this.states.includes(state)} />${t(`deliveries.state.${state}`)}</label>`,
          )}
        </fieldset>
        <label>${t('deliveries.channel')}
          <select name="channel">
            <option value="">${t('deliveries.channel.all')}</option>
            ${(this.found?.channels ?? []).map((one) => html`<option value=${one} ?selected=${one === this.channel}>${one}</option>`)}
          </select>
        </label>
        <label>${t('deliveries.span')}
          <select name="hours">
            ${HOURS.map((hours) => html`<option value=${hours} ?selected=${hours === this.hours}>${t('deliveries.hours', { hours })}</option>`)}
          </select>
        </label>
      </form>
    `;
  }

  #again() {
    const { t } = this;
    const count = this.found?.items.length ?? 0;
    return html`
      <div class="again">
        <button ?disabled=${this.busy || !this.picked.length} @click=${() => this.#replay({ ids: this.picked })}>
          ${t('deliveries.again.picked', { count: this.picked.length })}
        </button>
        <button ?disabled=${this.busy || !count} @click=${() => this.#replay(this.#filter)}>${t('deliveries.again.span')}</button>
        <span class="muted">${t('deliveries.again.explain')}</span>
      </div>
    `;
  }

  #table() {
    const { t } = this;
    const items = this.found?.items ?? [];
    if (!items.length) {
      return html`<p class="box">${t('deliveries.none')}</p>`;
    }
    return html`
      <div class="scroll box" tabindex="0" role="region" aria-label=${t('deliveries.title')}>
        <table>
          <thead><tr>
            ${['pick', 'planned', 'state', 'case', 'step', 'channel', 'contact', 'attempts', 'last', 'show'].map(
              (one) => html`<th scope="col">${t(`deliveries.${one}`)}</th>`,
            )}
          </tr></thead>
          <tbody>${items.map((one) => this.#row(one))}</tbody>
        </table>
      </div>
      ${this.found.more ? html`<p class="muted">${t('deliveries.more', { count: items.length })}</p>` : ''}
    `;
  }

  #row(one) {
    const { t } = this;
    const open = this.open === one.id;
    return html`
      <tr data-delivery=${one.id}>
        <td><input type="checkbox" aria-label=${t('deliveries.pick.one', { id: one.id })} .checked=${this.picked.includes(one.id)}
          ?disabled=${one.state === 'WAITING'} @change=${(event) => this.#pick(one.id, event.target.checked)} /></td>
        <td>${timeOf(one.plannedAt, t.language)}</td>
        <td class=${one.state}>${t(`deliveries.state.${one.state}`)}</td>
        <td>${one.case ?? '–'}${one.drill ? html` <span class="chip drill">${t('drill')}</span>` : ''}</td>
        <td>${one.step}</td>
        <td>${one.channel}</td>
        <td>${one.contact}</td>
        <td>${one.attempts}</td>
        <td>${one.lastAt ? `${timeOf(one.lastAt, t.language)} ${one.lastStatus ?? one.lastOutcome}` : '–'}</td>
        <td><button aria-expanded=${open} @click=${() => (this.open = open ? undefined : one.id)}>${t('deliveries.show')}</button></td>
      </tr>
      ${open
        ? html`<tr><td colspan="10"><ecg-delivery .t=${t} .api=${this.api} .deliveryId=${one.id} .attempts=${one.attempts} .replayed=${one.replayedAt}></ecg-delivery></td></tr>`
        : ''}
    `;
  }

  #pick(id, on) {
    this.picked = on ? [...this.picked, id] : this.picked.filter((one) => one !== id);
  }

  #chosen(event) {
    const form = new FormData(event.currentTarget);
    this.states = form.getAll('states');
    this.channel = form.get('channel');
    this.hours = Number(form.get('hours'));
    this.picked = [];
    this.refresh();
  }

  #replay(which) {
    return this.#do(async () => {
      const { count } = await this.api.post('/api/deliveries/replay', which);
      this.picked = [];
      this.said = this.t('deliveries.again.done', { count });
    });
  }

  #enable(channel) {
    return this.#do(() => this.api.post(`/api/channels/${encodeURIComponent(channel)}/enable`, {}));
  }

  async #do(work) {
    this.busy = true;
    this.said = '';
    try {
      await work();
      await this.refresh();
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('ecg-deliveries', EcgDeliveries);
