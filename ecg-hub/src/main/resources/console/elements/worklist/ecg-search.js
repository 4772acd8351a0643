import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';
import '../ecg-level.js';

/** Looks for exams of any age: by the start of a name, a whole identity number or an exam's code. */
class EcgSearch extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    found: { state: true },
    complaint: { state: true },
  };

  static styles = [
    shared,
    css`
      details { margin-top: 12px; }
      summary { cursor: pointer; font-weight: 700; padding: 6px 0; }
      form { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: end; }
      label { display: grid; gap: 2px; }
      ul { list-style: none; padding: 0; }
      li { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; padding: 5px 0; border-bottom: 1px solid var(--line); }
    `,
  ];

  render() {
    const t = this.t;
    return html`
      <details>
        <summary>${t('search.title')}</summary>
        <form @submit=${this.#search}>
          <label>${t('search.words')}<input name="words" maxlength="64" autocomplete="off" /></label>
          <label>${t('search.site')}<input name="site" maxlength="32" autocomplete="off" /></label>
          <button class="primary">${t('search.submit')}</button>
        </form>
        <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
        <div role="status">${this.found ? this.#results() : ''}</div>
      </details>
    `;
  }

  #results() {
    const t = this.t;
    const { items, more } = this.found;
    return html`
      <p>${t(more ? 'search.more' : 'search.count', { count: items.length })}</p>
      <ul>
        ${items.map(
          (item) => html`<li>
            <ecg-level .t=${t} .level=${item.level ?? (item.withheld ? 'WITHHELD' : undefined)} ?hard=${item.hard}></ecg-level>
            <a href="#/exam/${item.examId}">${item.patientName ?? t('name.unknown')}</a>
            <span>${t(`sex.${item.sex}`)} ${item.ageYears === undefined ? t('age.unknown') : t('age', { age: item.ageYears })}</span>
            <span>${item.site}</span><span>${timeOf(item.waitingSince, t.language)}</span><span>${item.withheld ? html`<span class="muted">${t('worklist.withheld')}</span>` : t.either(item.headline)}</span>
          </li>`,
        )}
      </ul>
    `;
  }

  #search = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    try {
      this.found = await this.api.post('/api/search', { words: form.get('words'), site: form.get('site') });
      this.complaint = '';
    } catch (error) {
      this.found = undefined;
      this.complaint = words(this.t, error);
    }
  };
}

customElements.define('ecg-search', EcgSearch);
