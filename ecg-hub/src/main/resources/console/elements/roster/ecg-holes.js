import { LitElement, css, html } from 'lit';
import { timeOf } from '../../clock.js';
import { shared } from '../shared-styles.js';

const MOST = 6;

/** What is missing, loudly. */
class EcgHoles extends LitElement {
  static properties = { t: { attribute: false }, holes: { attribute: false } };

  static styles = [shared, css`ul { margin: 4px 0 0; padding-left: 18px; font-weight: 400; }`];

  render() {
    const { t, holes } = this;
    if (!holes?.length) {
      return html``;
    }
    return html`<div class="problem" role="status">
      ${t('roster.holes', { count: holes.length })}
      <ul>
        ${holes.slice(0, MOST).map((hole) => html`<li>
          ${t(`roster.tier.${hole.tier}`)}: ${t(`roster.hole.${hole.reason}`)} ${hole.who}
          ${timeOf(hole.from, t.language)} – ${timeOf(hole.to, t.language)}
        </li>`)}
        ${holes.length > MOST ? html`<li>…</li>` : ''}
      </ul>
    </div>`;
  }
}

customElements.define('ecg-holes', EcgHoles);
