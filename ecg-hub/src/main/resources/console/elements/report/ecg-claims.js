import { LitElement, css, html, nothing } from 'lit';
import { shared } from '../shared-styles.js';
import '../ecg-level.js';

const DECISIONS = ['ACCEPTED', 'EDITED', 'REJECTED'];

/**
 * What the machine said, each claim to be accepted, edited or rejected. A critical claim is never taken in passing: it
 * has choices of its own. Fires `judge` with { key, decision, words, alone } and `look` with the index of the current one.
 */
class EcgClaims extends LitElement {
  static properties = {
    t: { attribute: false },
    claims: { attribute: false },
    judged: { attribute: false },
    at: { type: Number },
  };

  static styles = [
    shared,
    css`
      ol { list-style: none; margin: 6px 0 0; padding: 0; display: grid; gap: 6px; }
      li { border: 1px solid var(--line); border-left: 5px solid var(--control-line); border-radius: 6px; padding: 6px 8px; display: grid; gap: 5px; }
      li[aria-current] { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
      li.RED { border-left-color: var(--red); }
      li.YELLOW { border-left-color: var(--amber-mark); }
      .top { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; font-size: 0.82rem; }
      .says { font-weight: 600; margin: 0; }
      .REJECTED .says { text-decoration: line-through; font-weight: 400; }
      .choices { display: flex; flex-wrap: wrap; gap: 6px; }
      .choices button { min-height: 28px; padding: 1px 8px; font-size: 0.88rem; }
      .choices button[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 700; }
      fieldset { border: 2px solid var(--red); border-radius: 6px; margin: 0; padding: 4px 8px 6px; display: grid; gap: 2px; min-width: 0; }
      legend { color: var(--red); font-weight: 700; font-size: 0.85rem; }
      fieldset label { display: flex; gap: 6px; align-items: center; min-height: 26px; }
      fieldset input { min-height: 0; }
      .words { display: grid; gap: 2px; font-size: 0.85rem; font-weight: 600; }
      textarea { font: inherit; font-weight: 400; width: 100%; min-height: 48px; color: var(--text); background: var(--panel); border: 1px solid var(--control-line); border-radius: 6px; padding: 4px 8px; }
    `,
  ];

  updated(changed) {
    if (changed.get('at') !== undefined) {
      this.renderRoot.querySelector('li[aria-current]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  render() {
    const t = this.t;
    return this.claims.length
      ? html`<ol>${this.claims.map((claim, index) => this.#claim(claim, index))}</ol>`
      : html`<p class="muted">${t('report.none')}</p>`;
  }

  #claim(claim, index) {
    const t = this.t;
    const judged = this.judged.get(claim.key);
    return html`
      <li class="${claim.level ?? ''} ${judged?.decision ?? ''}" aria-current=${index === this.at ? 'true' : nothing} @focusin=${() => this.#look(index)}>
        <div class="top">
          ${claim.level ? html`<ecg-level .t=${t} .level=${claim.level} ?hard=${claim.hard}></ecg-level>` : ''}
          <span class="muted">${claim.key} · ${t('findings.score', { score: Math.round(claim.score * 100) })}</span>
        </div>
        <p class="says">${t.either(claim)}</p>
        ${claim.critical ? this.#alone(claim, judged) : this.#buttons(claim, judged)}
        ${this.#words(claim, judged)}
      </li>
    `;
  }

  #buttons(claim, judged) {
    return html`
      <div class="choices">
        ${DECISIONS.map(
          (decision) => html`<button aria-pressed=${judged?.decision === decision}
            aria-label="${this.t(`report.do.${decision}`)}: ${this.t.either(claim)}"
            @click=${() => this.decide(claim, decision)}>${this.t(`report.do.${decision}`)}</button>`,
        )}
      </div>
    `;
  }

  #alone(claim, judged) {
    const t = this.t;
    return html`
      <fieldset>
        <legend>${t('report.alone')}</legend>
        ${DECISIONS.map(
          (decision) => html`<label><input type="radio" name=${claim.key} value=${decision} .checked=${judged?.decision === decision}
            @change=${() => this.decide(claim, decision)} />${t(`report.alone.${decision}`)}</label>`,
        )}
      </fieldset>
    `;
  }

  #words(claim, judged) {
    if (!judged || judged.decision === 'ACCEPTED') {
      return '';
    }
    return html`
      <label class="words">${this.t(`report.words.${judged.decision}`)}
        <textarea data-key=${claim.key} maxlength="500" .value=${judged.words}
          @input=${(event) => this.#tell({ ...judged, words: event.target.value })}></textarea>
      </label>
    `;
  }

  /** Takes the decision and, where it wants words, puts the cursor there. */
  async decide(claim, decision) {
    const before = this.judged.get(claim.key);
    const words = decision === 'EDITED' ? before?.words || this.t.either(claim) : decision === 'REJECTED' ? (before?.decision === 'REJECTED' ? before.words : '') : '';
    this.#tell({ key: claim.key, decision, words, alone: claim.critical });
    await this.updateComplete;
    if (decision === 'EDITED' || (decision === 'REJECTED' && claim.critical)) {
      this.renderRoot.querySelector(`textarea[data-key="${CSS.escape(claim.key)}"]`)?.focus();
    }
  }

  /** Puts the cursor on the choices of a critical claim. */
  choose(index) {
    this.renderRoot.querySelectorAll('li')[index]?.querySelector('input')?.focus();
  }

  #tell(judged) {
    this.dispatchEvent(new CustomEvent('judge', { detail: judged }));
  }

  #look(index) {
    if (index !== this.at) {
      this.dispatchEvent(new CustomEvent('look', { detail: index }));
    }
  }
}

customElements.define('ecg-claims', EcgClaims);
