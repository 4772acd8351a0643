import { BeatRenderer } from '../../ecg/beats.js';
import { OnPaper } from './on-paper.js';

/** Median beats on paper. */
class EcgBeats extends OnPaper {
  static properties = {
    now: { attribute: false },
    earlier: { attribute: false },
    marks: { attribute: false },
  };

  paint(canvas, on) {
    const { now, earlier, marks } = this;
    const { colours } = on;
    const layers = [earlier && { beat: earlier, colour: colours.earlier, dashed: true }, { beat: now, colour: colours.trace }].filter(Boolean);
    this.renderer ??= new BeatRenderer(canvas);
    this.renderer.draw({ ...on, layers, marks });
  }
}

customElements.define('ecg-beats', EcgBeats);
