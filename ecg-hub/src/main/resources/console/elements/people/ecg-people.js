import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { shared } from '../shared-styles.js';

/** Who may log in; an administrator gives the clinics' staff their clinics here. */
class EcgPeople extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    people: { state: true },
    /** Account whose clinics are being chosen, and the clinics as chosen until now. */
    editing: { state: true },
    chosen: { state: true },
    complaint: { state: true },
    done: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      .wide { overflow-x: auto; }
      table { width: 100%; border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); }
      th, td { text-align: left; padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
      thead th { font-size: 0.85rem; color: var(--muted); }
      tr.off { color: var(--muted); }
      fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 4px 0; padding: 6px 10px; }
      .choices { display: flex; flex-wrap: wrap; gap: 2px 16px; max-height: 40vh; overflow-y: auto; }
      label { display: inline-flex; gap: 8px; align-items: center; min-height: 32px; }
      label input { width: 22px; height: 22px; }
      .row { display: flex; gap: 8px; margin-top: 6px; }
      p { max-width: 80ch; margin: 6px 0; }
      .good { color: var(--good); font-weight: 700; }
      @media (max-width: 600px) {
        table, tbody, tr, td, tbody th { display: block; border: 0; }
        thead { position: absolute; left: -10000px; }
        tr { border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px; padding: 4px 0; }
        td, tbody th { padding: 2px 10px; }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  async #look() {
    try {
      this.people = await this.api.get('/api/accounts');
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  render() {
    const t = this.t;
    const heads = ['person', 'account', 'roles', 'sites'].map((name) => t(`people.${name}`));
    return html`
      <h1>${t('people.title')}</h1>
      <p>${t('people.explain')}</p>
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      <div role="status">${this.done ? html`<p class="good">✓ ${this.done}</p>` : ''}</div>
      ${this.people
        ? html`<div class="wide"><table>
            <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
            <tbody>${this.people.items.map((one) => this.#row(one))}</tbody>
          </table></div>`
        : ''}
    `;
  }

  #row(one) {
    const t = this.t;
    const ofAClinic = one.roles.includes('SITE_STAFF');
    return html`
      <tr class=${one.disabled ? 'off' : ''} data-account=${one.name}>
        <th scope="row">${one.displayName}${one.disabled ? html` <span class="chip">${t('people.disabled')}</span>` : ''}</th>
        <td>${one.name}</td>
        <td>${one.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
        <td>${ofAClinic ? this.#clinics(one) : ''}</td>
      </tr>
    `;
  }

  #clinics(one) {
    const t = this.t;
    if (this.editing !== one.name) {
      return html`${one.sites.join(', ')} <button aria-label=${t('people.changeOf', { name: one.displayName })} @click=${() => this.#edit(one)}>${t('people.change')}</button>`;
    }
    return html`
      <form @submit=${(event) => this.#save(event, one)}>
        <fieldset>
          <legend>${t('people.sitesOf', { name: one.displayName })}</legend>
          <div class="choices">${this.people.sites.map(
            (site) => html`<label><input type="checkbox" value=${site} .checked=${this.chosen.has(site)} @change=${this.#choose} />${site}</label>`,
          )}</div>
        </fieldset>
        <div class="row">
          <button class="primary" ?disabled=${this.busy || !this.chosen.size}>${t('people.save')}</button>
          <button type="button" @click=${() => (this.editing = undefined)}>${t('cancel')}</button>
        </div>
      </form>
    `;
  }

  #edit(one) {
    this.editing = one.name;
    this.chosen = new Set(one.sites);
    this.complaint = this.done = '';
  }

  #choose = ({ target: { value, checked } }) => {
    const chosen = new Set(this.chosen);
    chosen[checked ? 'add' : 'delete'](value);
    this.chosen = chosen;
  };

  async #save(event, one) {
    event.preventDefault();
    this.busy = true;
    this.complaint = '';
    try {
      await this.api.post(`/api/accounts/${one.name}/sites`, { seen: one.sites, sites: [...this.chosen] });
      this.done = this.t('people.done', { name: one.displayName, sites: [...this.chosen].sort().join(', ') });
      this.editing = undefined;
    } catch (error) {
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
    await this.#look();
  }
}

customElements.define('ecg-people', EcgPeople);
