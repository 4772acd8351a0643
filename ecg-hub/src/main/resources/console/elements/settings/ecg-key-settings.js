import { LitElement, css, html } from 'lit';
import { LAYOUTS } from '../../ecg/sheet.js';
import { CHANGEABLE, keyOf, rebind, singleKeys, switchSingleKeys, usualKeys } from '../../keys.js';
import { groupsOf } from '../key-groups.js';
import { shared } from '../shared-styles.js';

/** Everybody's own keys: each can be another, or none. */
class EcgKeySettings extends LitElement {
  static properties = {
    t: { attribute: false },
    me: { attribute: false },
    refused: { state: true },
    done: { state: true },
  };

  static styles = [
    shared,
    css`
      table { border-collapse: collapse; background: var(--panel); margin: 8px 0; }
      th, td { border: 1px solid var(--line); padding: 4px 10px; text-align: left; vertical-align: middle; }
      input[maxlength] { width: 4em; text-align: center; font-weight: 700; text-transform: uppercase; }
      td.changed { background: var(--amber-ground); }
      kbd { font: 600 0.9rem ui-monospace, monospace; border: 1px solid var(--control-line); border-radius: 4px; padding: 0 6px; }
      label { display: flex; gap: 8px; align-items: center; margin: 8px 0; }
      label input { min-height: 24px; width: 24px; }
      .good { color: var(--good); font-weight: 700; }
      p { max-width: 70ch; }
    `,
  ];

  render() {
    const { t } = this;
    return html`
      <h1>${t('keyset.title')}</h1>
      <p>${t('keyset.explain')}</p>
      <label><input type="checkbox" .checked=${singleKeys()} @change=${(event) => switchSingleKeys(event.target.checked)} />${t('keys.single')}</label>
      <div role="alert">${this.refused ? html`<p class="problem">${this.refused}</p>` : ''}</div>
      <div role="status">${this.done ? html`<p class="good">✓ ${this.done}</p>` : ''}</div>
      <table>
        <thead><tr><th scope="col">${t('keyset.usual')}</th><th scope="col">${t('keyset.does')}</th><th scope="col">${t('keyset.own')}</th></tr></thead>
        <tbody>${CHANGEABLE.filter((usual) => this.#does(usual)).map((usual) => this.#row(usual))}</tbody>
      </table>
      <button @click=${this.#reset}>${t('keyset.reset')}</button>
    `;
  }

  #row(usual) {
    const { t } = this;
    const key = keyOf(usual);
    return html`
      <tr data-usual=${usual}>
        <td><kbd>${usual.toUpperCase()}</kbd></td>
        <td>${this.#does(usual)}</td>
        <td class=${key === usual ? '' : 'changed'}>
          <input maxlength="1" autocomplete="off" aria-label="${t('keyset.own')}: ${this.#does(usual)}" .value=${key} @change=${(event) => this.#bind(event, usual)} />
          ${key ? html`<button @click=${() => this.#set(usual, '')}>${t('keyset.off')}</button>` : html`<span>${t('keyset.isOff')}</span>`}
          ${key === usual ? '' : html`<button @click=${() => this.#set(usual, usual)}>${t('keyset.back')}</button>`}
        </td>
      </tr>
    `;
  }

  #does(usual) {
    const { t } = this;
    const layout = Object.keys(LAYOUTS)[Number(usual) - 1];
    if (layout) {
      return `${t('keys.sheet')}: ${t('viewer.layout')} ${layout}`;
    }
    const found = Object.entries(groupsOf(this.me.rights)).flatMap(([group, keys]) =>
      keys.flatMap((names, at) => (names.toLowerCase().split(' ').includes(usual) ? [`${t(`keys.${group}`)}: ${t(`keys.${group}.${at + 1}`)}`] : [])),
    );
    return found.join(' · ');
  }

  #bind(event, usual) {
    if (!this.#set(usual, event.target.value)) {
      event.target.value = keyOf(usual);
    }
  }

  /** @returns false when it was refused */
  #set(usual, key) {
    const { t } = this;
    const problem = rebind(usual, key);
    this.refused = problem ? t(`keyset.refused.${problem.code}`, { key: key.toUpperCase(), does: problem.by ? this.#does(problem.by) : '' }) : '';
    this.done = problem ? '' : t('keyset.done');
    this.requestUpdate();
    return !problem;
  }

  #reset() {
    usualKeys();
    this.refused = '';
    this.done = this.t('keyset.done');
    this.requestUpdate();
  }
}

customElements.define('ecg-key-settings', EcgKeySettings);
