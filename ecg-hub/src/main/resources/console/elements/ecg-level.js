import { LitElement, css, html, svg } from 'lit';

/** The mark of a level: colour, shape and word, never colour alone. */
class EcgLevel extends LitElement {
  static properties = {
    level: {},
    hard: { type: Boolean },
    t: { attribute: false },
  };

  static styles = css`
    :host { display: inline-flex; align-items: center; gap: 6px; font-weight: 700; white-space: nowrap; }
    svg { width: 22px; height: 22px; flex: none; }
    .RED { color: var(--red); }
    .YELLOW { color: var(--amber); }
    .GREEN { color: var(--blue); }
    .GREY, .NONE, .WITHHELD { color: var(--grey); }
    .word { display: inline-flex; gap: 6px; align-items: center; }
    .hard { background: var(--red); color: var(--panel); border-radius: 4px; padding: 0 5px; font-size: 0.8em; }
    .RED .shape { fill: var(--red); }
    .YELLOW .shape { fill: var(--amber-mark); }
    .GREEN .shape { fill: var(--blue); }
    .GREY .shape, .NONE .shape, .WITHHELD .shape { fill: none; stroke: var(--grey); stroke-width: 2; stroke-dasharray: 4 3; }
    .sign { fill: none; stroke: var(--panel); stroke-width: 2.4; stroke-linecap: round; }
  `;

  render() {
    const level = this.level ?? 'NONE';
    return html`
      <span class="word ${level}">
        <svg viewBox="0 0 24 24" aria-hidden="true">${shape(level)}</svg>
        <span>${this.t(`level.${level}`)}</span>
        ${this.hard ? html`<span class="hard">${this.t('hard')}</span>` : ''}
      </span>
    `;
  }
}

function shape(level) {
  switch (level) {
    case 'RED':
      return svg`<polygon class="shape" points="8,1 16,1 23,8 23,16 16,23 8,23 1,16 1,8"/><path class="sign" d="M12 6v7M12 17.2v.1"/>`;
    case 'YELLOW':
      return svg`<polygon class="shape" points="12,2 23,22 1,22"/><path class="sign" d="M12 9v6M12 18.4v.1"/>`;
    case 'GREEN':
      return svg`<circle class="shape" cx="12" cy="12" r="10"/><path class="sign" d="M7.5 12.5l3 3 6-6.5"/>`;
    default:
      return svg`<rect class="shape" x="2" y="2" width="20" height="20" rx="3"/>`;
  }
}

customElements.define('ecg-level', EcgLevel);
