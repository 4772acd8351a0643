// Step 3: the trace runs; how far it is, and how to end it.
import { LitElement, html, css } from 'lit';
import { say } from '/words.js';
import { ask } from '/desk.js';
import { look } from '/look.js';
import '/sweep-trace.js';

const LONG_SECONDS = 60;

export class RecordingStep extends LitElement {
  static properties = { state: { attribute: false }, contact: { state: true } };

  static styles = [look, css`
    :host { display: flex; flex-direction: column; gap: 12px; height: 100%; }
    section { flex: 1; min-height: 320px; background: var(--card); border-radius: 12px; padding: 10px; display: flex; flex-direction: column; }
    sweep-trace { flex: 1; }
    footer { display: flex; gap: 14px; align-items: center; }
    progress { flex: 1; height: 28px; accent-color: var(--act); }
    .time { font-size: 26px; font-weight: 700; min-width: 220px; }
    footer .main { min-width: 260px; }
    @media (max-width: 900px) { footer { flex-wrap: wrap; } footer .main { flex: 1 1 100%; } }
  `];

  feed(frame) {
    this.renderRoot.querySelector('sweep-trace')?.feed(frame);
  }

  electrodes(contact) {
    this.contact = contact;
  }

  minutes(seconds) {
    return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  }

  render() {
    const { recording, unit } = this.state;
    const done = recording?.hertz ? recording.samples / recording.hertz : 0;
    const long = recording && recording.seconds > LONG_SECONDS;
    const bad = (this.contact?.lights ?? []).filter((light) => light.colour === 'RED').map((light) => light.lead);
    const words = !done ? say('waiting') : long ? `${this.minutes(done)} / ${this.minutes(recording.seconds)}` : say('seconds', Math.floor(done), recording.seconds);
    return html`
      <section><sweep-trace .unit=${unit} .recording=${recording}></sweep-trace></section>
      ${bad.length ? html`<p class="warn" role="status">${say('recording.bad', bad.join(' '))}</p>` : ''}
      <footer>
        <span class="time" role="status">${words}</span>
        <progress max=${recording?.seconds ?? 1} value=${done} aria-label=${say('step.3')}></progress>
        <button class="main danger stop" @click=${() => ask('/api/recording/stop')}>${say(long ? 'stop.watch' : 'stop')}</button>
      </footer>`;
  }
}

customElements.define('recording-step', RecordingStep);
