import { LitElement, css, html } from 'lit';
import { timeOf } from '../../clock.js';
import { movedSt } from '../../ecg/intervals.js';
import { shared } from '../shared-styles.js';
import '../ecg-level.js';

const MEASURED = [['pr', 'pr'], ['qrs', 'qrs'], ['qt', 'qt'], ['qtcF', 'qtcFridericia'], ['qtcB', 'qtcBazett']];

/** Signed versions, the latest open, the earlier beneath it. Fires `amend`. */
class EcgReport extends LitElement {
  static properties = {
    t: { attribute: false },
    examId: {},
    versions: { attribute: false },
    may: { type: Boolean },
  };

  static styles = [
    shared,
    css`
      :host { display: grid; gap: 8px; }
      article { display: grid; gap: 4px; }
      p, ul { margin: 0; }
      ul { padding-left: 18px; }
      .conclusion { font-weight: 600; white-space: pre-wrap; overflow-wrap: anywhere; }
      .signature { font-size: 0.85rem; overflow-wrap: anywhere; }
      .tools { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; }
      a { color: var(--accent); }
      details { border-top: 1px solid var(--line); padding-top: 4px; }
      summary { cursor: pointer; min-height: 26px; }
    `,
  ];

  render() {
    const t = this.t;
    const [latest, ...earlier] = [...this.versions].reverse();
    return html`
      ${this.#version(latest)}
      <div class="tools">
        <a href="/api/exams/${this.examId}/paper" target="_blank" rel="noopener">${t('report.paper')}</a>
        ${['6x2', '12x1'].map((layout) => html`<a href="/api/exams/${this.examId}/paper?layout=${layout}" target="_blank" rel="noopener">${layout}</a>`)}
        ${this.may ? html`<button @click=${() => this.dispatchEvent(new Event('amend'))}>${t('report.amend')}</button>` : ''}
      </div>
      ${earlier.map(
        (version) => html`<details><summary>${t('report.earlier', { version: version.version })}</summary>${this.#version(version)}
          <a href="/api/exams/${this.examId}/paper?version=${version.version}" target="_blank" rel="noopener">${t('report.paper')}</a></details>`,
      )}
    `;
  }

  #version(version) {
    const t = this.t;
    return html`
      <article data-version=${version.version}>
        <p><ecg-level .t=${t} .level=${version.level}></ecg-level> ${t('report.version', { version: version.version })}</p>
        ${version.statements.length ? html`<ul>${version.statements.map((said) => html`<li>${t.either(said)}</li>`)}</ul>` : ''}
        ${version.conclusion ? html`<p class="conclusion">${version.conclusion}</p>` : ''}
        ${version.byHand ? html`<p class="hand">${this.#measured(version.byHand)}</p>` : ''}
        ${version.description ? html`<p>${version.description}</p>` : ''}
        ${version.levelReason ? html`<p>${t('report.levelReason')}: ${version.levelReason}</p>` : ''}
        ${version.amendmentReason ? html`<p>${t('report.amendmentReason')}: ${version.amendmentReason}</p>` : ''}
        ${version.signatures.map((by, index) => html`<p class="signature">${this.#signature(by, index)}</p>`)}
        ${version.complete ? '' : html`<p class="warning">${t('report.waits')}</p>`}
      </article>
    `;
  }

  /** Every interval that a hand changed, the automatic one in brackets. */
  #measured(byHand) {
    const { by, at, intervals, automatic } = byHand;
    const t = this.t;
    const millivolts = ({ j }) => (j / 1000).toFixed(2).replace('-', '−');
    const whole = (value) => (value === undefined ? '–' : Math.round(value));
    const changed = MEASURED.filter(([, name]) => intervals[name] !== automatic[name]);
    const values = changed.map(([word, name]) => `${t(`measure.${word}`)} ${whole(intervals[name])} ms [${whole(automatic[name])}]`);
    const st = movedSt(byHand).map((lead) => `ST ${lead} ${millivolts(byHand.st[lead])} mV [${millivolts(byHand.automaticSt[lead])}]`);
    return `${t('measure.byHand', { by, time: timeOf(at, t.language) })}: ${[...values, ...st].join(', ')}`;
  }

  #signature(by, index) {
    const t = this.t;
    const what = by.night ? 'report.signed.night' : index ? 'report.signed.second' : 'report.signed';
    return [
      t(what, { by: by.name, time: timeOf(by.at, t.language) }),
      by.licence ? t('report.licence.is', { licence: by.licence }) : '',
      by.place,
      `${by.method} ${by.digest.slice(0, 12)}…`,
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

customElements.define('ecg-report', EcgReport);
