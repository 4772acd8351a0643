import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';

const LEVELS = ['RED', 'YELLOW', 'GREY', 'GREEN'];

/** What the reader wants to see, and what that hides: always said. Fires `filter` with the new one. */
class EcgWorklistFilter extends LitElement {
  static properties = {
    t: { attribute: false },
    list: { attribute: false },
  };

  static styles = [
    shared,
    css`
      fieldset { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; border: 0; padding: 0; margin: 0 0 8px; }
      legend { position: absolute; left: -10000px; }
      label { display: inline-flex; gap: 4px; align-items: center; min-height: 28px; }
      .hidden { color: var(--amber); font-weight: 700; }
      .hidden.red { color: var(--red); }
    `,
  ];

  render() {
    const t = this.t;
    const filter = this.list?.filter;
    if (!filter) {
      return html``;
    }
    const box = (label, on, change) =>
      html`<label><input type="checkbox" .checked=${on} @change=${(event) => this.#tell(change(event.target.checked))} />${label}</label>`;
    return html`
      <fieldset>
        <legend>${t('filter.title')}</legend>
        ${LEVELS.map((level) =>
          box(t(`level.${level}`), !filter.levels.length || filter.levels.includes(level), (on) => ({ levels: levels(filter, level, on) })),
        )}
        ${box(t('filter.mine'), filter.mine, (mine) => ({ mine }))} ${box(t('filter.open'), filter.open, (open) => ({ open }))}
        ${this.#hidden()}
      </fieldset>
    `;
  }

  #hidden() {
    const { hidden, hiddenWaiting, hiddenRed } = this.list;
    return hidden
      ? html`<span class="hidden ${hiddenRed ? 'red' : ''}" role="status"
            >${this.t('filter.hidden', { count: hidden, waiting: hiddenWaiting, red: hiddenRed })}</span
          ><button @click=${() => this.#tell({ levels: [], sites: [], mine: false, open: false })}>${this.t('filter.all')}</button>`
      : '';
  }

  #tell(change) {
    this.dispatchEvent(new CustomEvent('filter', { detail: { ...this.list.filter, ...change } }));
  }
}

/** The levels after one was switched; all of them, or none, is no filter. */
function levels(filter, level, on) {
  const before = filter.levels.length ? filter.levels : LEVELS;
  const after = on ? [...new Set([...before, level])] : before.filter((one) => one !== level);
  return after.length === LEVELS.length ? [] : after;
}

customElements.define('ecg-worklist-filter', EcgWorklistFilter);
