import { takeAhead } from '../ahead.js';
import { parseWaveform } from '../ecg/waveform.js';

/**
 * The exam that a page shows, with its samples, fetched anew whenever the hub says that something about it happened. A
 * controller of Lit for a host with `api`, `feed` and `examId`; each arrival draws the host anew.
 */
export class OpenedExam {
  /** As the hub sends it; undefined until it is there. */
  exam = undefined;
  /** Undefined until it is there, and while the exam still arrives. */
  waveform = undefined;
  /** What is wrong with the samples, in words; empty when nothing is. */
  trouble = '';
  /** The call that failed; undefined while none has. */
  failure = undefined;
  #of = undefined;
  #samples = undefined;
  #heard;

  /** @param heard called after an event of this exam */
  constructor(host, heard = () => undefined) {
    this.host = host;
    this.#heard = heard;
    host.addController(this);
  }

  #hear = ({ detail: { name, examId } }) => {
    if (name === 'connected' || (examId === this.host.examId && name !== 'chunk')) {
      this.refresh(true);
      this.#heard();
    }
  };

  hostConnected() {
    this.host.feed.addEventListener('hub', this.#hear);
  }

  hostDisconnected() {
    this.host.feed.removeEventListener('hub', this.#hear);
  }

  /** Another exam than before: nothing of that one is kept. */
  hostUpdate() {
    if (this.host.examId !== this.#of) {
      this.#of = this.host.examId;
      this.#samples = undefined;
      Object.assign(this, { exam: undefined, waveform: undefined, trouble: '', failure: undefined });
      this.refresh();
    }
  }

  /**
   * Both are asked for at once; the samples of an exam that still arrives are not kept.
   *
   * @param background true when nobody's hand asked for it
   */
  async refresh(background = false) {
    const examId = this.#of;
    const { api } = this.host;
    this.#samples ??= takeAhead(examId)
      .then((there) => there ?? api.bytes(`/api/exams/${examId}/waveform`))
      .then(parseWaveform);
    this.#samples.catch(() => undefined); // told below
    try {
      const exam = await api.get(`/api/exams/${examId}`, background === true);
      if (examId === this.#of) {
        this.exam = exam;
        this.failure = undefined;
      }
    } catch (error) {
      this.#samples = undefined;
      this.failure = error;
    }
    this.host.requestUpdate();
    if (!this.failure && examId === this.#of) {
      await this.#keepSamples(examId);
    }
  }

  async #keepSamples(examId) {
    const samples = this.#samples;
    if (this.exam.state === 'ARRIVING') {
      this.#samples = undefined;
      return;
    }
    try {
      const waveform = await samples;
      if (examId === this.#of && !this.waveform) {
        this.waveform = waveform;
        this.trouble = '';
      }
    } catch (error) {
      this.#samples = undefined; // asked for again with the next event
      this.trouble = error.message;
    }
    this.host.requestUpdate();
  }
}
