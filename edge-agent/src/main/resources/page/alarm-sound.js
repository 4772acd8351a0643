// The local alarm: two sets of five beeps, again and again until the alarm is over or muted. Browsers are silent until the
// first touch: audible() says whether the alarm could be heard now.
const SET = [0, 0.15, 0.3, 0.6, 0.75]; // seconds
const SECOND_SET_AFTER = 1.4;
const EVERY_MILLIS = 4000;
const BEEP_SECONDS = 0.12;
const HERTZ = 880;

let context = null;
let ringing = 0;

export const audible = () => context?.state === 'running';

export function unlock() {
  context ??= new AudioContext();
  return context.resume();
}

function beep(at) {
  const tone = new OscillatorNode(context, { type: 'square', frequency: HERTZ });
  const loudness = new GainNode(context, { gain: 0.25 });
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + BEEP_SECONDS);
}

export function sound() {
  if (audible()) {
    for (const after of [0, SECOND_SET_AFTER]) {
      SET.forEach((beat) => beep(context.currentTime + after + beat));
    }
  }
}

// One short pair of beeps: something wants to be looked at.
export function chime() {
  if (audible()) {
    beep(context.currentTime);
    beep(context.currentTime + 0.3);
  }
}

export function ring(on) {
  if (on && !ringing) {
    sound();
    ringing = setInterval(sound, EVERY_MILLIS);
  } else if (!on && ringing) {
    clearInterval(ringing);
    ringing = 0;
  }
}
