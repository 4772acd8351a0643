import { LitElement, css, html } from 'lit';
import { timeOf } from '../clock.js';
import { shared } from './shared-styles.js';

/** What happened, by whom, when, by the hub's clock. */
class EcgTimeline extends LitElement {
  static properties = { t: { attribute: false }, steps: { attribute: false } };

  static styles = [
    shared,
    css`
      ol { margin: 6px 0 0; padding: 0; list-style: none; display: grid; gap: 3px; font-size: 0.9rem; }
      li { display: flex; gap: 8px; }
      time { font-variant-numeric: tabular-nums; color: var(--muted); white-space: nowrap; }
    `,
  ];

  render() {
    const t = this.t;
    const steps = this.steps ?? [];
    return html`
      <section class="box">
        <h2>${t('case.timeline')}</h2>
        <ol>
          ${steps.map(
            (step) => html`<li><time datetime=${step.at}>${timeOf(step.at, t.language)}</time><span>${this.#words(step)}</span></li>`,
          )}
        </ol>
      </section>
    `;
  }

  #words(step) {
    const key = `step.${step.what}`;
    const what = this.t.has(key) ? this.t(key) : step.what;
    return [what, step.by, step.detail].filter(Boolean).join(' · ');
  }
}

customElements.define('ecg-timeline', EcgTimeline);
