// The console's part of the dead-man's switch: in a started shift it answers every question of the hub whether it is there
// and can sound. The question comes by the stream that brings reds; no timer of this browser is trusted.

export class Duty extends EventTarget {
  #console = crypto.randomUUID();
  #api;
  #sound;
  #busy = false;
  started = false;
  state = undefined;
  /** False for those who only hear, such as 120's dispatcher: their console stands in for no reader's. */
  reader = false;

  constructor(api, feed, sound) {
    super();
    this.#api = api;
    this.#sound = sound;
    feed.addEventListener('hub', (event) => event.detail.name === 'duty' && this.#answer());
  }

  async start() {
    await this.#sound.startShift();
    this.started = true;
    await this.#answer();
  }

  async end() {
    this.started = false;
    this.state = undefined;
    await this.#sound.endShift();
    if (this.reader) {
      await this.#api.post('/api/duty/end', { console: this.#console }).catch(() => undefined); // it falls silent anyway
    }
    this.dispatchEvent(new Event('change'));
  }

  async #answer() {
    if (!this.started || !this.reader || this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      const body = { console: this.#console, audible: this.#sound.alive() };
      const { state } = await this.#api.post('/api/duty/heartbeat', body, true);
      if (state !== this.state && this.started) {
        this.state = state;
        this.dispatchEvent(new Event('change'));
      }
    } catch {
      // the next question comes in a second or two; until then the hub counts this console as silent
    } finally {
      this.#busy = false;
    }
  }
}
