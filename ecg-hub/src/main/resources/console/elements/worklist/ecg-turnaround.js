import { LitElement, css, html } from 'lit';
import { duration } from '../../clock.js';
import { shared } from '../shared-styles.js';
import '../ecg-level.js';

const LOOK_MS = 30000;

/** Within which time the last day's exams were answered, beside the goals; by the hub's clock alone. */
class EcgTurnaround extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    figures: { state: true },
  };

  static styles = [
    shared,
    css`
      ul { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; padding: 0; margin: 0 0 8px; font-size: 0.88rem; }
      li { display: inline-flex; gap: 6px; align-items: center; font-variant-numeric: tabular-nums; }
      .missed { color: var(--red); font-weight: 700; }
      .reached { color: var(--good); font-weight: 700; }
    `,
  ];

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #look() {
    try {
      this.figures = (await this.api.get('/api/worklist/turnaround', true)).figures;
    } catch {
      this.figures = undefined; // the list above says that the hub does not answer; an old figure would mislead
    }
  }

  render() {
    const t = this.t;
    const shown = (this.figures ?? []).filter((figure) => figure.answered);
    if (!shown.length) {
      return html``;
    }
    return html`<ul aria-label=${t('turnaround.title')}>
      ${shown.map(
        (figure) => html`<li>
          <ecg-level .t=${t} .level=${figure.level}></ecg-level>
          <span class=${figure.reached ? 'reached' : 'missed'}
            >${t(figure.reached ? 'turnaround.reached' : 'turnaround.missed')}
            ${t('turnaround.figure', { half: time(figure.halfSeconds), nine: time(figure.nineTenthsSeconds) })}</span
          >
          <span class="muted">${t('turnaround.goal', { half: time(figure.goalHalfSeconds), nine: time(figure.goalSeconds), count: figure.answered })}</span>
        </li>`,
      )}
    </ul>`;
  }
}

const time = (seconds) => duration(Math.round(seconds));

customElements.define('ecg-turnaround', EcgTurnaround);
