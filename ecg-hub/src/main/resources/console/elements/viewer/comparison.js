import { intervals } from '../../ecg/intervals.js';
import { parseWaveform } from '../../ecg/waveform.js';

/**
 * What a viewer needs beyond its own waveform, fetched when it is first asked for: the median beat, the patient's
 * earlier exams, and of the chosen one its waveform and median beat. A controller of Lit: each arrival draws anew.
 */
export class Comparison {
  /** Of the present exam; undefined until it is there. */
  beat = undefined;
  /** The earlier exams, nearest first; undefined until they are there. */
  earlier = undefined;
  limits = undefined;
  chosen = undefined;
  waveform = undefined;
  earlierBeat = undefined;
  trouble = undefined;
  /** One more with each arrival, for whoever draws what is here. */
  revision = 0;
  #asked = new Set();
  #failed = new Set();

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {}

  /** Another exam: nothing of the one before is kept. */
  reset() {
    Object.assign(this, { beat: undefined, earlier: undefined, limits: undefined, trouble: undefined });
    this.#asked.clear();
    this.#choose(undefined);
  }

  /** What failed is asked for again; nothing asks again on its own. */
  again() {
    this.trouble = undefined;
    this.#asked.forEach((key) => this.#failed.has(key) && this.#asked.delete(key));
    this.#failed.clear();
  }

  needBeat() {
    this.#once('beat', async (api, examId) => ({ beat: measured(await api.get(`/api/exams/${examId}/median`, true)) }));
  }

  needEarlier() {
    this.#once('earlier', async (api, examId) => {
      const { earlier, limits } = await api.get(`/api/exams/${examId}/earlier`, true);
      this.#choose(earlier[0]?.id);
      return { earlier, limits };
    });
  }

  /** What somebody measured by hand meanwhile, as the hub sends it. */
  measured(byHand) {
    if (this.beat?.beats && byHand?.number > (this.beat.byHand?.number ?? 0)) {
      this.beat = { ...this.beat, byHand };
      this.#tell();
    }
  }

  /** Shows another of the earlier exams. */
  choose(id) {
    this.#choose(id);
    this.#tell();
  }

  #choose(id) {
    Object.assign(this, { chosen: id, waveform: undefined, earlierBeat: undefined });
  }

  needWaveform() {
    const id = this.chosen;
    this.#ofChosen('waveform', async (api) => parseWaveform(await api.bytes(`/api/exams/${id}/waveform`)));
  }

  needEarlierBeat() {
    const id = this.chosen;
    this.#ofChosen('earlierBeat', async (api) => measured(await api.get(`/api/exams/${id}/median`, true)));
  }

  #ofChosen(name, fetching) {
    const id = this.chosen;
    if (id && !this[name]) {
      this.#once(`${name} ${id}`, async (api) => {
        const came = await fetching(api);
        this.#asked.delete(`${name} ${id}`);
        return id === this.chosen ? { [name]: came } : {};
      });
    }
  }

  async #once(key, fetching) {
    const { api, examId } = this.host;
    if (this.#asked.has(key) || !api) {
      return;
    }
    this.#asked.add(key);
    try {
      const came = await fetching(api, examId);
      if (examId === this.host.examId) {
        Object.assign(this, came);
      }
    } catch (error) {
      this.#failed.add(key);
      this.trouble = error;
    }
    this.#tell();
  }

  #tell() {
    this.revision++;
    this.host.requestUpdate();
  }
}

/** A beat with the intervals between the engine's marks. */
function measured(beat) {
  return beat.beats ? { ...beat, marks: beat.marks ?? {}, intervals: intervals(beat.marks ?? {}, beat.rate, beat.figures.rrMillis) } : beat;
}
