// Sound for critical and urgent cases. A browser lets a page sound only after a click: the start of the shift.
// One short figure a priority (after IEC 60601-1-8: bursts of five and of three), made here, no files.

const FIGURES = {
  RED: { notes: [880, 880, 1109, 0, 1319, 1109], seconds: 0.14, times: 2, volume: 0.5 },
  YELLOW: { notes: [660, 660, 784], seconds: 0.2, times: 1, volume: 0.3 },
  CALL: { notes: [740, 587, 0, 740, 587], seconds: 0.16, times: 1, volume: 0.35 },
  TEST: { notes: [523, 659, 784], seconds: 0.16, times: 1, volume: 0.3 },
};

export class Sound extends EventTarget {
  #context;

  #heardUntil = -1;

  get on() {
    return this.#context?.state === 'running';
  }

  /** True when the sound is on and its clock has gone on since it was last asked: a driver that hangs stands still. */
  alive() {
    const moved = this.on && this.#context.currentTime > this.#heardUntil;
    this.#heardUntil = this.#context?.currentTime ?? -1;
    return moved;
  }

  async endShift() {
    await this.#context?.suspend();
    this.dispatchEvent(new Event('change'));
  }

  async startShift() {
    if (!this.#context) {
      this.#context = new AudioContext();
      this.#context.addEventListener('statechange', () => this.dispatchEvent(new Event('change')));
    }
    await this.#context.resume();
    this.play('TEST');
    this.dispatchEvent(new Event('change'));
  }

  /** Plays the figure of a level; nothing for a level that has none, or before the shift. */
  play(level) {
    const figure = FIGURES[level];
    if (!figure || !this.on) {
      return;
    }
    let at = this.#context.currentTime + 0.02;
    for (let turn = 0; turn < figure.times; turn++) {
      for (const hertz of figure.notes) {
        if (hertz) {
          this.#note(hertz, at, figure.seconds * 0.8, figure.volume);
        }
        at += figure.seconds;
      }
      at += 0.4;
    }
    this.dispatchEvent(new CustomEvent('played', { detail: level }));
  }

  #note(hertz, at, seconds, volume) {
    const tone = this.#context.createOscillator();
    const loudness = this.#context.createGain();
    tone.frequency.value = hertz;
    tone.type = 'triangle';
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(volume, at + 0.01);
    loudness.gain.setValueAtTime(volume, at + seconds - 0.02);
    loudness.gain.linearRampToValueAtTime(0, at + seconds);
    tone.connect(loudness).connect(this.#context.destination);
    tone.start(at);
    tone.stop(at + seconds);
  }
}
