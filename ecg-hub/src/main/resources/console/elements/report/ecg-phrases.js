import { LitElement, css, html } from 'lit';
import { shared } from '../shared-styles.js';

const SHOWN = 8;

/** Statements by acronym, by words or from the tree; the reader's own list above it. Fires `add` with a phrase. */
class EcgPhrases extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    tree: { attribute: false },
    typed: { state: true },
  };

  static styles = [
    shared,
    css`
      :host { display: grid; gap: 6px; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.88rem; }
      input { width: 100%; font-weight: 400; }
      ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 5px; }
      li { display: flex; }
      li button { min-height: 28px; padding: 1px 8px; font-size: 0.86rem; text-align: left; }
      li .add { border-radius: 6px 0 0 6px; }
      li .star { border-radius: 0 6px 6px 0; border-left: 0; min-width: 30px; }
      details { font-size: 0.9rem; }
      summary { cursor: pointer; min-height: 28px; }
      h3 { margin: 6px 0 3px; }
      code { font-weight: 700; font-family: inherit; }
    `,
  ];

  constructor() {
    super();
    this.typed = '';
  }

  render() {
    const t = this.t;
    const found = this.typed ? this.#found() : [];
    return html`
      <label>${t('report.acronym')}
        <input autocomplete="off" maxlength="80" .value=${this.typed} @input=${(event) => (this.typed = event.target.value)} @keydown=${this.#enter} />
      </label>
      ${found.length ? html`<ul aria-label=${t('report.found')}>${found.map((phrase) => this.#phrase(phrase))}</ul>` : ''}
      ${this.#favourites()}
      <details>
        <summary>${t('report.tree')}</summary>
        ${this.tree.groups.map((group) => html`<h3>${t.either(group)}</h3><ul>${group.phrases.map((phrase) => this.#phrase(phrase))}</ul>`)}
      </details>
    `;
  }

  #favourites() {
    const own = this.tree.favourites.map((code) => this.#all().find((phrase) => phrase.code === code)).filter(Boolean);
    return own.length ? html`<ul aria-label=${this.t('report.favourites')}>${own.map((phrase) => this.#phrase(phrase))}</ul>` : '';
  }

  #phrase(phrase) {
    const t = this.t;
    const kept = this.tree.favourites.includes(phrase.code);
    return html`
      <li>
        <button class="add" @click=${() => this.#add(phrase)}><code>${phrase.code}</code> ${t.either(phrase)}</button>
        <button class="star" aria-pressed=${kept} aria-label="${t('report.favourite')}: ${phrase.code}" @click=${() => this.#star(phrase.code, kept)}>${kept ? '★' : '☆'}</button>
      </li>
    `;
  }

  #all() {
    return this.tree.groups.flatMap((group) => group.phrases);
  }

  /** The acronym itself first, then those that begin so, then words that contain it. */
  #found() {
    const typed = this.typed.trim().toUpperCase();
    const rank = (phrase) =>
      phrase.code === typed
        ? 0
        : phrase.code.startsWith(typed)
          ? 1
          : `${phrase.chinese} ${phrase.english.toUpperCase()}`.includes(typed)
            ? 2
            : 3;
    return this.#all()
      .map((phrase) => [rank(phrase), phrase])
      .filter(([at]) => at < 3)
      .sort(([a], [b]) => a - b)
      .slice(0, SHOWN)
      .map(([, phrase]) => phrase);
  }

  #enter(event) {
    if (event.key !== 'Enter' || event.ctrlKey || event.isComposing) {
      return; // Ctrl+Enter signs; a Chinese input method takes Enter for itself
    }
    event.preventDefault();
    const typed = this.typed.trim();
    if (typed) {
      this.#add(this.#found()[0] ?? { code: '', chinese: typed, english: typed });
    }
  }

  #add(phrase) {
    this.typed = '';
    this.dispatchEvent(new CustomEvent('add', { detail: phrase }));
  }

  async #star(code, kept) {
    const favourites = kept ? this.tree.favourites.filter((one) => one !== code) : [...this.tree.favourites, code];
    this.tree = { ...this.tree, favourites };
    await this.api.post('/api/report/favourites', { codes: favourites });
  }

  /** Puts the cursor into the acronym. */
  enter() {
    this.renderRoot.querySelector('input').focus();
  }
}

customElements.define('ecg-phrases', EcgPhrases);
