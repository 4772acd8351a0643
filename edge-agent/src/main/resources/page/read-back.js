// A red result is read back before it counts as seen: the patient as shown, and which kind of finding it is. The words that go
// to the register hold no name: its lists are masked.
import { LitElement, html, css } from 'lit';
import { say } from '/words.js';
import { look } from '/look.js';
import { kinds, kindsOf } from '/reading.js';

export class ReadBack extends LitElement {
  static properties = { reading: { attribute: false }, who: { type: String }, said: { type: String }, wrong: { state: true } };

  static styles = [look, css`
    :host { display: block; border: 3px solid var(--red); border-radius: 12px; padding: 12px; margin: 8px 0; }
    .kinds { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 8px; }
    .kinds button { min-height: 60px; }
    @media (max-width: 900px) { .kinds { grid-template-columns: 1fr 1fr; } }
  `];

  choose(kind) {
    const right = kindsOf(this.reading).includes(kind);
    this.wrong = !right;
    if (right) {
      const rules = this.reading.lines.map((one) => one.rule).filter((rule) => /^R\d/.test(rule)).join(' ');
      this.dispatchEvent(new CustomEvent('read-back', { detail: `${this.said}; ${say(`kind.${kind}`)} ${rules}`.slice(0, 200) }));
    }
  }

  render() {
    return html`
      <h3>${say('readback.ask', this.who)}</h3>
      <div class="kinds">${kinds.map((kind) => html`<button @click=${() => this.choose(kind)}>${say(`kind.${kind}`)}</button>`)}</div>
      ${this.wrong ? html`<p class="warn" role="alert">${say('readback.wrong')}</p>` : ''}`;
  }
}

customElements.define('read-back', ReadBack);
