import { LitElement, css, html } from 'lit';
import { CHANGEABLE, keyOf, onKey, singleKeys, switchSingleKeys } from '../keys.js';
import { groupsOf } from './key-groups.js';
import { shared } from './shared-styles.js';

/** Asks for the list of keys, from wherever there is a button for it. */
export const SHOW_KEYS = 'ecg-show-keys';

/** The one list of keys, under `?`, with the switch for those of a single letter. */
class EcgKeys extends LitElement {
  static properties = { t: { attribute: false }, me: { attribute: false }, open: { state: true }, on: { state: true } };

  static styles = [
    shared,
    css`
      dialog { border: 1px solid var(--line); border-radius: 8px; background: var(--panel); color: var(--text); max-width: min(760px, 95vw); }
      .groups { columns: 2 260px; margin: 8px 0; }
      section { break-inside: avoid; margin-bottom: 10px; }
      dl { display: grid; grid-template-columns: 84px 1fr; gap: 3px 10px; margin: 4px 0 0; }
      dd { margin: 0; }
      kbd { font: 600 0.85rem ui-monospace, monospace; border: 1px solid var(--control-line); border-radius: 4px; padding: 0 6px; }
      a { color: var(--accent); }
      label { display: flex; gap: 8px; align-items: center; margin: 8px 0; }
      label input { min-height: 24px; width: 24px; }
    `,
  ];

  #keys = (event) => onKey(event, { '?': () => this.#show() });
  #asked = () => this.#show();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
    addEventListener(SHOW_KEYS, this.#asked);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keys);
    removeEventListener(SHOW_KEYS, this.#asked);
  }

  render() {
    const t = this.t;
    if (!this.open) {
      return html``;
    }
    return html`
      <dialog aria-labelledby="title" @close=${() => (this.open = false)} @keydown=${this.#typed}>
        <h2 id="title">${t('keys.title')}</h2>
        <div class="groups">${Object.entries(groupsOf(this.me?.rights ?? [])).map(([group, keys]) => this.#group(group, keys))}</div>
        <label><input type="checkbox" .checked=${this.on} @change=${this.#switch} />${t('keys.single')}</label>
        <p><a href="#/keys" @click=${this.#close}>${t('keys.change')}</a></p>
        <button class="primary" @click=${this.#close}>${t('keys.close')}</button>
      </dialog>
    `;
  }

  #group(group, keys) {
    return html`
      <section>
        <h3>${this.t(`keys.${group}`)}</h3>
        <dl>${keys.map((key, at) => html`<dt>${effective(key).map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${this.t(`keys.${group}.${at + 1}`)}</dd>`)}</dl>
      </section>
    `;
  }

  async #show() {
    this.on = singleKeys();
    this.open = true;
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  /** Escape closes the list and nothing behind it; no letter reaches the page behind it. */
  #typed(event) {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    }
  }

  #switch(event) {
    this.on = event.target.checked;
    switchSingleKeys(this.on);
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }
}

/** The keys as this person has them; a dash for one that is switched off. */
function effective(names) {
  return names.split(' ').map((name) => (CHANGEABLE.includes(name.toLowerCase()) ? keyOf(name.toLowerCase()).toUpperCase() || '–' : name));
}

customElements.define('ecg-keys', EcgKeys);
