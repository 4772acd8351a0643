// What to do now, from the county's protocol; drugs only after each contraindication was answered with no.
import { LitElement, html, css } from 'lit';
import { say, line } from '/words.js';
import { look } from '/look.js';

export class WhatNow extends LitElement {
  static properties = { reading: { attribute: false }, protocol: { attribute: false }, asked: { state: true }, denied: { state: true } };

  static styles = [look, css`
    :host { display: block; }
    ol { margin: 0 0 6px; padding-left: 28px; font-size: 20px; }
    small { font-size: 18px; color: var(--soft); display: block; margin-bottom: 8px; }
    .drug { border: 2px solid var(--line); border-radius: 10px; padding: 10px; margin: 8px 0; }
    .drug li { display: flex; gap: 10px; align-items: center; margin-bottom: 6px; } .drug li span { flex: 1; }
    .drug ul { list-style: none; margin: 0; padding: 0; }
  `];

  constructor() {
    super();
    this.asked = '';
    this.denied = {};
  }

  willUpdate(changed) {
    if (changed.has('reading') && changed.get('reading')?.examId !== this.reading?.examId) {
      this.asked = '';
      this.denied = {};
    }
  }

  get steps() {
    const { rules, levels } = this.protocol;
    const rule = this.reading.lines.find((one) => rules[one.rule]);
    return rule ? rules[rule.rule] : levels[this.reading.level] ?? [];
  }

  render() {
    const { approval, drugs } = this.protocol;
    const { steps } = this;
    const own = { GREY: 'now.repeat' }[this.reading.level] ?? 'now.wait';
    const offered = drugs.filter((drug) => this.reading.lines.some((one) => drug.rules.includes(one.rule)));
    return html`
      <h3>${say('now')}</h3>
      ${steps.length ? html`<ol>${steps.map((one) => html`<li>${line(one)}</li>`)}</ol>` : html`<p>${say(own)}</p>`}
      ${steps.length ? html`<small>${approval ? say('now.approved', approval.approver, approval.version, approval.dated) : say('now.source')}</small>` : ''}
      ${offered.map((drug) => this.renderDrug(drug))}`;
  }

  renderDrug(drug) {
    const title = line(drug.title);
    if (this.asked !== title) {
      return html`<button @click=${() => { this.asked = title; this.denied = {}; }}>${say('drug.ask', title)}</button>`;
    }
    const answers = drug.contraindications.map((one, at) => this.denied[at]);
    const open = answers.some((answer) => answer === undefined);
    return html`<div class="drug">
      <h3>${title}: ${say('drug.check')}</h3>
      <ul>${drug.contraindications.map((one, at) => html`<li><span>${line(one)}</span>
        ${[false, true].map((yes) => html`<button aria-pressed=${this.denied[at] === yes ? 'true' : 'false'} @click=${() => { this.denied = { ...this.denied, [at]: yes }; }}>${say(yes ? 'yes' : 'no')}</button>`)}</li>`)}</ul>
      ${answers.includes(true) ? html`<p class="warn" role="alert">${say('drug.stop')}</p>`
        : open ? html`<p class="soft">${say('drug.open')}</p>`
        : html`<ol>${drug.steps.map((one) => html`<li>${line(one)}</li>`)}</ol>`}
    </div>`;
  }
}

customElements.define('what-now', WhatNow);
