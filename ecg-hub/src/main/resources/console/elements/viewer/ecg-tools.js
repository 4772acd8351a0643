import { LitElement, css, html, nothing } from 'lit';
import { STANDARD_12 } from '../../ecg/leads.js';
import { HIGH_PASS_HERTZ, LOW_PASS_HERTZ, NOTCH_HERTZ, isRaw, wordsOf } from '../../ecg/filters.js';
import { GAINS, LAYOUTS, SPEEDS, STANDARD_GAIN, STANDARD_SPEED } from '../../ecg/sheet.js';
import { keyOf } from '../../keys.js';
import { shared } from '../shared-styles.js';

const CALIPERS = { time: 'T', voltage: 'V', march: 'M' };

/**
 * The viewer's controls. Fires `command` with { name, value }: layout, cabrera, speed, gain, filter, raw, tool, snap, lens,
 * lead, view, prior, calibrate.
 */
class EcgTools extends LitElement {
  static properties = {
    t: { attribute: false },
    show: { attribute: false },
    filter: { attribute: false },
    rate: { type: Number },
    tool: {},
    snap: { type: Boolean },
    lens: { type: Boolean },
    view: {},
    prior: { type: Boolean },
    filtering: { state: true },
  };

  static styles = [
    shared,
    css`
      .row { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; font-size: 0.88rem; }
      label { display: inline-flex; gap: 4px; align-items: center; white-space: nowrap; }
      select, button { min-height: 28px; padding: 1px 7px; }
      input[type='checkbox'] { min-height: 0; width: 18px; height: 18px; margin: 3px; }
      button[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 700; }
      .group { display: inline-flex; gap: 2px; }
      .loud { background: var(--red); color: var(--panel); font-weight: 700; padding: 1px 8px; border-radius: 4px; }
      .badge { background: #ffd600; color: #1a1400; font-weight: 700; padding: 1px 8px; border-radius: 4px; }
      kbd { font: inherit; opacity: 0.75; }
    `,
  ];

  render() {
    const { show } = this;
    return html`
      <div class="row" role="group" aria-label=${this.t('viewer.tools')}>
        ${this.#select('layout', Object.keys(LAYOUTS), show.layout)}
        <label><input type="checkbox" .checked=${show.cabrera} @change=${(event) => this.#say('cabrera', event.target.checked)} />Cabrera</label>
        ${this.#select('speed', rising(SPEEDS), show.speed, Number)} ${this.#select('gain', rising(GAINS), show.gain, Number)}
        ${this.#button('filter', 'F', this.filtering, () => (this.filtering = !this.filtering))}
        <span class="group">${Object.entries(CALIPERS).map(([kind, key]) =>
          this.#button(`tool.${kind}`, key, this.tool === kind, (event) => this.#say('tool', { kind, keyboard: event.detail === 0 })),
        )}</span>
        ${this.#button('lens', 'Z', this.lens, () => this.#say('lens'))}
        ${this.#leads()}
        <span class="group">
          ${this.#button('median', 'B', this.view === 'median', () => this.#say('view', 'median'))}
          ${this.#button('prior', 'P', this.prior, () => this.#say('prior'))}
          ${this.#button('overlay', 'O', this.view === 'overlay', () => this.#say('view', 'overlay'))}
        </span>
        <button @click=${() => this.#say('calibrate')}>${this.t('viewer.calibrate')}</button>
        ${this.#warnings()}
      </div>
      ${this.filtering ? this.#filters() : ''}
    `;
  }

  /** Opens the filters and gives them the keyboard. */
  async openFilters() {
    this.filtering = true;
    await this.updateComplete;
    this.renderRoot.querySelector('.filters select').focus();
  }

  #filters() {
    const { filter } = this;
    const one = (name, values) => this.#select(name, values, filter[name], (value) => ({ ...filter, [name]: Number(value) }), 'filter', (value) => this.#hertz(value));
    const below = (values) => values.filter((hertz) => hertz < (this.rate || Infinity) / 2);
    return html`
      <div class="row filters" role="group" aria-label=${this.t('viewer.filter')} @keydown=${this.#typed}>
        ${one('highPass', HIGH_PASS_HERTZ)} ${one('lowPass', below(LOW_PASS_HERTZ))} ${one('notch', below(NOTCH_HERTZ))}
        ${this.#button('raw', 'R', isRaw(filter), () => this.#say('raw'))}
        <span class="muted">${this.t('viewer.filter.display')}</span>
      </div>
    `;
  }

  #typed(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.filtering = false;
    }
  }

  #hertz(value) {
    return value ? `${value} Hz` : this.t('viewer.filter.off');
  }

  #select(name, values, value, make = String, command = name, words = String) {
    return html`
      <label>${this.t(`viewer.${name}`)}
        <select name=${name} @change=${(event) => this.#say(command, make(event.target.value))}>
          ${values.map((one) => html`<option value=${one} .selected=${one === value}>${words(one)}</option>`)}
        </select>
      </label>`;
  }

  #button(name, key, pressed, act) {
    const own = keyOf(key.toLowerCase()).toUpperCase();
    return html`<button name=${name} title=${this.t(`viewer.${name}.title`)} aria-pressed=${Boolean(pressed)} aria-keyshortcuts=${own || nothing}
      @click=${act}>${this.t(`viewer.${name}`)} ${own ? html`<kbd>${own}</kbd>` : ''}</button>`;
  }

  #leads() {
    return html`
      <label>${this.t('viewer.lead')}
        <select name="lead" @change=${(event) => this.#say('lead', event.target.value)}>
          <option value="" .selected=${true}>–</option>
          ${STANDARD_12.map((lead) => html`<option value=${lead}>${lead}</option>`)}
        </select>
      </label>`;
  }

  #warnings() {
    const { t, show, filter, tool } = this;
    return html`
      ${show.gain === STANDARD_GAIN ? '' : html`<span class="loud" role="status">${t('viewer.gainWarning', { gain: show.gain })}</span>`}
      ${show.speed === STANDARD_SPEED ? '' : html`<span class="loud" role="status">${t('viewer.speedWarning', { speed: show.speed })}</span>`}
      ${isRaw(filter) ? '' : html`<span class="badge" role="status">${t('viewer.filtered', { filters: wordsOf(filter) })}</span>`}
      ${tool ? html`<label><input type="checkbox" .checked=${this.snap} @change=${(event) => this.#say('snap', event.target.checked)} />${t('caliper.snap')}</label>` : ''}
    `;
  }

  #say(name, value) {
    if (name === 'lead') {
      this.renderRoot.querySelector('select[name=lead]').value = '';
    }
    this.dispatchEvent(new CustomEvent('command', { detail: { name, value } }));
  }
}

function rising(values) {
  return [...values].sort((a, b) => a - b);
}

customElements.define('ecg-tools', EcgTools);
