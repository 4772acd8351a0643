// Step 2: the electrodes, a light a lead, what is wrong and what to do; starts by itself when all is good.
import { LitElement, html, css } from 'lit';
import { say, line } from '/words.js';
import { look } from '/look.js';
import '/torso-figure.js';
import '/sweep-trace.js';

const READY_TIMES = 3; // seconds of good signal in a row
const WATCH_SECONDS = 1800;
const AUTO = 'auto-start';
const CODE = 'electrode-code';
const MARKS = { GREEN: '✓', YELLOW: '!', RED: '✕' };

export class ElectrodeStep extends LitElement {
  static properties = {
    state: { attribute: false }, patient: { attribute: false }, settings: { attribute: false }, contact: { state: true }, auto: { state: true },
    aha: { state: true }, body: { state: true }, watch: { state: true }, readyFor: { state: true }, asked: { state: true },
  };

  static styles = [look, css`
    :host { display: grid; grid-template: minmax(0, 1fr) auto / minmax(330px, 430px) minmax(300px, 360px) minmax(0, 1fr); gap: 12px; height: 100%; }
    section { background: var(--card); border-radius: 12px; padding: 12px; overflow: auto; display: flex; flex-direction: column; min-height: 0; }
    torso-figure { flex: 1; }
    sweep-trace { flex: 1; }
    .choice button { padding: 0 8px; min-height: 48px; }
    .lights { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; list-style: none; margin: 0 0 12px; padding: 0; }
    .lights li { border-radius: 10px; padding: 6px 4px; text-align: center; font-weight: 700; font-size: 20px; }
    .GREEN { background: var(--green); color: var(--on-green); } .YELLOW { background: var(--yellow); color: var(--on-yellow); } .RED { background: var(--red); color: var(--on-red); } .NONE { background: var(--ground); color: var(--soft); }
    .troubles { list-style: none; margin: 0; padding: 0; }
    .troubles li { border-left: 6px solid var(--red); padding: 2px 10px; margin-bottom: 10px; } .troubles .mild { border-color: var(--yellow); }
    .troubles b { font-size: 20px; overflow-wrap: anywhere; }
    footer { grid-column: 1 / -1; display: flex; gap: 12px; align-items: center; }
    footer .main { flex: 1; }
    @media (max-width: 900px) { :host { display: flex; flex-direction: column; height: auto; } torso-figure { height: 420px; flex: none; } sweep-trace { min-height: 320px; } footer { flex-wrap: wrap; } footer .main { flex: 1 1 100%; } }
  `];

  constructor() {
    super();
    this.auto = localStorage.getItem(AUTO) !== 'off';
    this.aha = localStorage.getItem(CODE) === 'AHA';
    this.readyFor = 0;
    this.watch = false;
    this.body = '';
  }

  // A child's heart lies elsewhere, a woman's electrodes go under the breast: the picture follows the patient.
  get figure() {
    if (this.body) {
      return this.body;
    }
    const { age, sex } = this.patient ?? {};
    return age !== '' && Number(age) < 12 ? 'CHILD' : sex === 'FEMALE' ? 'WOMAN' : 'MAN';
  }

  feed(frame) {
    this.renderRoot.querySelector('sweep-trace')?.feed(frame);
  }

  // About once a second.
  electrodes(contact) {
    this.contact = contact;
    this.seenAt = performance.now();
    // Electrodes that seem exchanged are first to be looked at; an emergency is not kept waiting for that.
    const held = contact.doubt && !this.patient?.emergency;
    this.readyFor = contact.ready && !held ? this.readyFor + 1 : 0;
    if (this.auto && this.readyFor >= READY_TIMES && !this.asked) {
      this.start();
    }
  }

  async start() {
    this.asked = true;
    this.dispatchEvent(new CustomEvent('record', { bubbles: true, composed: true, detail: { seconds: this.watch ? WATCH_SECONDS : null } }));
  }

  // Nothing was started: it may be tried again.
  refused() {
    this.asked = false;
    this.readyFor = -READY_TIMES;
  }

  keep(name, on, yes, no) {
    localStorage.setItem(name, on ? yes : no);
  }

  pressed(on, label, act) {
    return html`<button aria-pressed=${on ? 'true' : 'false'} @click=${act}>${label}</button>`;
  }

  render() {
    const { unit } = this.state;
    const live = Boolean(this.contact) && unit.connected;
    return html`
      <section>
        <torso-figure .on=${this.contact?.on ?? []} .doubt=${this.contact?.doubt?.sites ?? []} .body=${this.figure} ?aha=${this.aha} ?live=${live}></torso-figure>
        <div class="row choice">
          ${['MAN', 'WOMAN', 'CHILD'].map((one) => this.pressed(this.figure === one, say(`body.${one}`), () => { this.body = one; }))}
          ${this.pressed(this.aha, this.aha ? 'AHA' : 'IEC', () => { this.aha = !this.aha; this.keep(CODE, this.aha, 'AHA', 'IEC'); })}
        </div>
      </section>
      <section>${live ? this.renderLights() : unit.auto && !unit.connected ? this.renderSearch(unit)
        : html`<p class="soft">${say(unit.connected ? 'electrodes.waiting' : 'trace.lost')}</p>`}</section>
      <section><sweep-trace .unit=${unit}></sweep-trace></section>
      ${this.renderFoot(live)}`;
  }

  // What is on the ports where no unit was found, and what to do about each.
  renderSearch({ looked }) {
    return html`<div role="status"><p><b>${say('unit.search')}</b></p>
      ${looked.length ? '' : html`<p class="soft">${say('trace.lost')}</p>`}
      <ul class="troubles">${looked.map((one) => html`<li class=${one.state === 'FOREIGN' ? 'mild' : ''}><b>${one.port}</b><br>${say(`port.${one.state}`, (one.models ?? []).join(', '), (one.settings ?? []).join(', '))}</li>`)}</ul></div>`;
  }

  renderLights() {
    const { lights, doubt } = this.contact;
    const troubles = new Map();
    for (const light of lights.filter((one) => one.trouble)) {
      troubles.set(light.trouble, [...(troubles.get(light.trouble) ?? []), light]);
    }
    return html`
      <ul class="lights">${lights.map((light) => html`<li class=${light.colour} aria-label="${light.lead} ${say(`light.${light.colour}`)}">${light.lead} ${MARKS[light.colour]}</li>`)}</ul>
      <div role="status"><ul class="troubles">${[...troubles].map(([trouble, of]) => html`
        <li class=${of.some((one) => one.colour === 'RED') ? '' : 'mild'}><b>${of.map((one) => one.lead).join(' ')} ${say(`trouble.${trouble}`)}</b><br>${say(`remedy.${trouble}`)}</li>`)}</ul></div>
      ${doubt ? html`<div class="warn doubt" role="status"><p><b>${say('doubt', line(doubt))}</b></p><p>${say('doubt.do')}</p></div>` : ''}
      ${troubles.size || doubt ? '' : html`<p class="soft">${say('electrodes.good')}</p>`}`;
  }

  renderFoot(live) {
    const { unit } = this.state;
    const left = READY_TIMES - this.readyFor;
    const auto = this.auto && live && this.readyFor > 0 && left > 0 ? ` · ${say('auto.in', left)}` : '';
    return html`<footer>
      ${this.pressed(!this.watch, say('mode.rest', this.settings?.seconds ?? 10), () => { this.watch = false; })}
      ${this.pressed(this.watch, say('mode.watch'), () => { this.watch = true; })}
      ${this.pressed(this.auto, say(this.auto ? 'auto.on' : 'auto.off'), () => { this.auto = !this.auto; this.readyFor = 0; this.keep(AUTO, this.auto, 'on', 'off'); })}
      <button class="main start" ?disabled=${!unit.connected || this.asked} @click=${this.start}>${say('start')}${auto}</button>
    </footer>`;
  }
}

customElements.define('electrode-step', ElectrodeStep);
