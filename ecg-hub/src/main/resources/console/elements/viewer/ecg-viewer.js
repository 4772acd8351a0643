import { LitElement, css, html } from 'lit';
import { RAW, USUAL, isRaw, possible, wordsOf } from '../../ecg/filters.js';
import { through } from '../../ecg/filtered.js';
import { screenScale, watchScreen } from '../../ecg/scale.js';
import { GAINS, LAYOUTS, SPEEDS, STANDARD_GAIN, STANDARD_LAYOUT, STANDARD_SPEED, leadSheet, overflowing, segmentAt, sheet } from '../../ecg/sheet.js';
import { onKey } from '../../keys.js';
import { words } from '../../api.js';
import { speakAlso } from '../../words.js';
import { shared } from '../shared-styles.js';
import { Comparison } from './comparison.js';
import './ecg-paper.js';
import './ecg-tools.js';

// What is not on the screen at first comes when it is first shown: the ECG is there the sooner. An element that has not
// come yet takes what it is given and draws when it is there; a fetch that fails is made again with the next drawing.
const LATER = {
  calibrate: () => import('./ecg-calibrate.js'),
  caliper: () => import('./ecg-caliper.js'),
  lead: () => import('./ecg-lead.js'),
  lens: () => import('./ecg-lens.js'),
  median: () => speakAlso('beats').then(() => import('./ecg-median.js')),
  prior: () => speakAlso('beats').then(() => import('./ecg-prior.js')),
};
const later = (name) => LATER[name]().catch(() => undefined);

const WINDOW_SECONDS = 10;
const ENLARGED = 2; // a lead that fills the screen
const SLOW_WINDOW_SECONDS = 20; // at half the speed, twice the time on the same paper

/** The still 12-lead viewer: the sheet, the tools that measure on it, and what is wrong with the waveform. */
class EcgViewer extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    examId: {},
    startedAt: {},
    byHand: { attribute: false },
    waveform: { attribute: false },
    reading: { attribute: false },
    trouble: {},
    lit: { attribute: false },
    show: { state: true },
    filter: { state: true },
    start: { state: true },
    scale: { state: true },
    tool: { state: true },
    snap: { state: true },
    lens: { state: true },
    lead: { state: true },
    view: { state: true },
    prior: { state: true },
    calibrating: { state: true },
  };

  static styles = [
    shared,
    css`
      ecg-tools { margin-bottom: 4px; }
      .pages { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin-bottom: 4px; font-size: 0.9rem; }
      .over { color: var(--amber); font-weight: 700; }
      .problem { margin: 0 0 6px; }
      .problem ul { margin: 2px 0 0; padding-left: 20px; }
      .pair { display: flex; flex-wrap: wrap; gap: 4px 8px; }
      .pair > * { flex: 1 1 1000px; min-width: min(100%, 1000px); }
      .problem button { margin-left: 10px; }
    `,
  ];

  #commands = {
    layout: (layout) => (this.show = { ...this.show, layout }),
    cabrera: (cabrera) => (this.show = { ...this.show, cabrera }),
    speed: (speed) => (this.show = { ...this.show, speed }),
    gain: (gain) => (this.show = { ...this.show, gain }),
    filter: (filter) => this.#filterBy(filter),
    raw: () => this.#filterBy(isRaw(this.filter) ? this.chosen : RAW),
    tool: ({ kind, keyboard }) => this.#take(kind, keyboard),
    snap: (snap) => (this.snap = snap),
    lens: () => {
      this.lens = !this.lens;
      this.view = 'sheet';
    },
    lead: (lead) => (this.lead = lead),
    view: (view) => this.#turn(this.view === view ? 'sheet' : view, false),
    prior: () => this.#turn('sheet', !this.prior || this.view !== 'sheet'),
    calibrate: () => (this.calibrating = true),
  };
  comparison = new Comparison(this);
  #screen = () => (this.scale = screenScale());
  // Before the page behind it hears of it: Escape puts the tool away and not the case.
  #keys = (event) => {
    const dialog = event.composedPath().some((one) => one.tagName === 'DIALOG');
    onKey(event, dialog && !this.lead ? { escape: () => this.calibrating && this.#back() } : this.#byKey);
  };
  #byKey = {
    s: () => this.#commands.speed(next(SPEEDS, this.show.speed)),
    g: () => this.#commands.gain(next(GAINS, this.show.gain)),
    f: () => void this.renderRoot.querySelector('ecg-tools').openFilters(),
    r: () => this.#commands.raw(),
    z: () => this.#commands.lens(),
    t: () => this.#take('time', true),
    v: () => this.#take('voltage', true),
    m: () => this.#take('march', true),
    b: () => this.#commands.view('median'),
    o: () => this.#commands.view('overlay'),
    p: () => this.#commands.prior(),
    escape: () => this.#back(),
    ...Object.fromEntries(Object.keys(LAYOUTS).map((layout, at) => [at + 1, () => this.#commands.layout(layout)])),
  };

  constructor() {
    super();
    this.#fresh();
    this.snap = true;
    this.scale = screenScale();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys, true);
    this.unwatch = watchScreen(this.#screen);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keys, true);
    this.unwatch();
  }

  /** Every recording starts at the standard gain and speed, raw and unmeasured. */
  #fresh() {
    this.show = { layout: this.show?.layout ?? STANDARD_LAYOUT, cabrera: this.show?.cabrera ?? false, speed: STANDARD_SPEED, gain: STANDARD_GAIN };
    this.filter = RAW;
    this.chosen = USUAL;
    this.start = 0;
    this.tool = '';
    this.lens = this.prior = this.calibrating = false;
    this.lead = '';
    this.view = 'sheet';
  }

  willUpdate(changed) {
    if (this.lens) {
      later('lens');
    }
    if (this.calibrating) {
      later('calibrate');
    }
    if (changed.has('waveform') && changed.get('waveform')) {
      this.#fresh();
    }
    if (changed.has('examId')) {
      this.comparison.reset();
    }
    if (changed.has('byHand')) {
      this.comparison.measured(this.byHand);
    }
    if (changed.has('waveform') || changed.has('filter')) {
      this.shown = through(this.waveform, this.filter);
    }
    if (changed.has('lit') && this.lit?.beats.length && this.waveform) {
      this.#turnTo(this.lit.beats[0] / this.waveform.rate);
    }
  }

  get #window() {
    return this.show.speed < STANDARD_SPEED && this.waveform?.seconds > WINDOW_SECONDS + 0.5 ? SLOW_WINDOW_SECONDS : WINDOW_SECONDS;
  }

  #turnTo(second) {
    if (second < this.start || second >= this.start + this.#window) {
      this.start = Math.floor(second / this.#window) * this.#window;
    }
  }

  #filterBy(filter) {
    this.filter = this.waveform ? possible(filter, this.waveform.rate) : RAW;
    this.chosen = isRaw(this.filter) ? this.chosen : this.filter;
  }

  /** Shows the sheet, the median beat or the overlay; tools lie on the sheet alone. */
  #turn(view, prior) {
    this.view = view;
    this.prior = prior;
    this.comparison.again();
    if (view !== 'sheet') {
      this.tool = '';
      this.lens = false;
    }
  }

  /** Takes a caliper up, or puts it down when it is in hand. By keyboard it starts over two beats. */
  async #take(kind, keyboard) {
    this.tool = this.tool === kind || !this.shown ? '' : kind;
    this.view = this.tool ? 'sheet' : this.view;
    if (this.tool && keyboard) {
      await Promise.all([later('caliper'), this.updateComplete]);
      this.renderRoot.querySelector('ecg-caliper')?.begin?.();
    }
  }

  /** Puts away what is topmost. @returns false when nothing is: the key is the page's */
  #back() {
    if (this.calibrating) {
      this.calibrating = false;
    } else if (this.lens) {
      this.lens = false;
    } else if (this.tool) {
      this.tool = '';
    } else if (this.lead) {
      this.lead = '';
    } else if (this.view !== 'sheet') {
      this.view = 'sheet';
    } else if (this.prior) {
      this.prior = false;
    } else {
      return false;
    }
    return true;
  }

  render() {
    const paper = sheet({ ...this.show, compact: this.prior, start: this.start, seconds: this.#window });
    return html`
      <ecg-tools .t=${this.t} .show=${this.show} .filter=${this.filter} .rate=${this.waveform?.rate} .tool=${this.tool} .snap=${this.snap}
        .lens=${this.lens} .view=${this.view} .prior=${this.prior}
        @command=${(event) => this.#commands[event.detail.name](event.detail.value)}></ecg-tools>
      ${this.#pages(paper)} ${this.#problems()} ${this.#view(paper)} ${this.lead ? this.#lead() : ''}
      ${this.calibrating
        ? html`<ecg-calibrate .t=${this.t} @kept=${this.#screen} @closed=${() => (this.calibrating = false)}></ecg-calibrate>`
        : ''}
    `;
  }

  #view(paper) {
    switch (this.view) {
      case 'median':
        return this.#median();
      case 'overlay':
        this.comparison.needBeat();
        return this.#earlier(paper);
      default:
        return this.prior ? html`<div class="pair">${this.#sheet(paper)} ${this.#earlier(paper)}</div>` : this.#sheet(paper);
    }
  }

  #median() {
    const { t, comparison } = this;
    later('median');
    comparison.needBeat();
    if (comparison.trouble) {
      return html`<p class="problem" role="alert">${words(t, comparison.trouble)}</p>`;
    }
    return comparison.beat
      ? html`<ecg-median .t=${t} .api=${this.api} .may=${this.me?.rights.includes('HANDLE_CASES')} .examId=${this.examId} .beat=${comparison.beat}
          .pxPerMm=${this.scale.pxPerMm} @kept=${(event) => comparison.measured(event.detail)}></ecg-median>`
      : html`<p class="muted" role="status">${t('viewer.loading')}</p>`;
  }

  #earlier(paper) {
    const { comparison } = this;
    later('prior');
    comparison.needEarlier();
    return html`<ecg-prior .t=${this.t} .comparison=${comparison} .revision=${comparison.revision} .startedAt=${this.startedAt}
      .overlay=${this.view === 'overlay'} .paper=${paper} .filter=${this.filter} .foot=${this.#foot(paper)} .pxPerMm=${this.scale.pxPerMm}></ecg-prior>`;
  }

  #sheet(paper) {
    return html`
      <ecg-paper .t=${this.t} .paper=${paper} .waveform=${this.shown} .pxPerMm=${this.scale.pxPerMm} .lit=${this.lit}
        .foot=${this.#foot(paper)} .label=${this.#label()} @dblclick=${(event) => this.#enlarge(event, paper)}>
        ${this.tool && !this.lead ? this.#caliper(paper, this.scale.pxPerMm) : ''}
        ${this.lens
          ? html`<ecg-lens .t=${this.t} .paper=${paper} .waveform=${this.shown} .pxPerMm=${this.scale.pxPerMm} .lit=${this.lit}></ecg-lens>`
          : ''}
      </ecg-paper>
    `;
  }

  /** Always at the standard speed, or it would not fit. */
  #lead() {
    later('lead');
    const seconds = Math.min(this.#window, Math.ceil(this.waveform.seconds - this.start));
    const paper = leadSheet({ lead: this.lead, start: this.start, seconds, gain: this.show.gain });
    const pxPerMm = this.scale.pxPerMm * ENLARGED;
    return html`
      <ecg-lead .t=${this.t} .lead=${this.lead} .paper=${paper} .waveform=${this.shown} .pxPerMm=${pxPerMm}
        .foot=${this.#foot(paper, this.t('viewer.enlarged', { factor: ENLARGED }))} @closed=${() => (this.lead = '')}>
        ${this.tool ? this.#caliper(paper, pxPerMm) : ''}
      </ecg-lead>
    `;
  }

  #caliper(paper, pxPerMm) {
    later('caliper');
    return html`<ecg-caliper .t=${this.t} .paper=${paper} .pxPerMm=${pxPerMm} .waveform=${this.shown}
      .rSamples=${this.reading?.measurements?.rSamples ?? []} .kind=${this.tool} .snap=${this.snap}></ecg-caliper>`;
  }

  /** Two clicks on a lead fill the screen with it; while a caliper is in hand, clicks set its ends. */
  #enlarge(event, paper) {
    if (this.shown && !this.tool) {
      const box = event.currentTarget.renderRoot.querySelector('canvas').getBoundingClientRect();
      const [xMm, yMm] = [event.clientX - box.left, event.clientY - box.top].map((px) => px / this.scale.pxPerMm);
      this.lead = segmentAt(paper, xMm, yMm).lead;
    }
  }

  #pages(paper) {
    const total = this.waveform?.seconds ?? 0;
    const step = this.#window;
    const over = this.shown ? overflowing(paper, this.shown) : [];
    const paged = total > step + 0.5;
    if (this.view !== 'sheet' || (!paged && !(over.length && this.show.gain > 5))) {
      return '';
    }
    const to = Math.min(total, this.start + step).toFixed(1);
    return html`
      <div class="pages">
        ${paged
          ? html`
              <button ?disabled=${this.start <= 0} @click=${() => (this.start = Math.max(0, this.start - step))}>◀ ${this.t('viewer.earlier', { step })}</button>
              <span>${this.t('viewer.window', { from: this.start, to, total: total.toFixed(1) })}</span>
              <button ?disabled=${this.start + step >= total} @click=${() => (this.start += step)}>${this.t('viewer.later', { step })} ▶</button>`
          : ''}
        ${over.length && this.show.gain > 5 ? html`<span class="over" role="status">${this.t('viewer.overflow', { leads: over.join(' ') })}</span>` : ''}
      </div>
    `;
  }

  #problems() {
    const t = this.t;
    const problems = this.trouble
      ? [t('problem.unreadable', { reason: this.trouble })]
      : (this.waveform?.problems ?? []).map((one) => t(`problem.${one.code}`, { lead: one.lead }));
    return html`
      ${this.scale.changed
        ? html`<p class="problem" role="alert">${t('viewer.notToScale')}<button @click=${() => (this.calibrating = true)}>${t('viewer.calibrate')}</button></p>`
        : ''}
      ${problems.length
        ? html`<div class="problem" role="alert">${t('problem.title')}
            <ul>${problems.map((one) => html`<li>${one}</li>`)}</ul></div>`
        : ''}
    `;
  }

  #foot({ speed, gain }, more = '') {
    const { t, waveform } = this;
    if (!waveform) {
      return [this.trouble ? t('problem.unreadable', { reason: this.trouble }) : t('viewer.loading')];
    }
    const computed = ['III', 'aVR', 'aVL', 'aVF'].filter((lead) => waveform.derived(lead));
    return [
      [`${speed} mm/s  ${gain} mm/mV`, more, this.#filters(), `${waveform.rate} Hz`, this.#calibration()],
      [!more && this.#order(), computed.length && t('viewer.derived', { leads: computed.join(' ') })],
    ].map((line) => line.filter(Boolean).join('  ·  '));
  }

  /** What the trace was drawn with; the mains filter is named when it is off as well. */
  #filters() {
    const { t, filter } = this;
    return isRaw(filter)
      ? `${t('viewer.raw')} · ${t('viewer.acOff')}`
      : [t('viewer.filtered', { filters: wordsOf(filter) }), filter.notch ? '' : t('viewer.acOff')].filter(Boolean).join(' · ');
  }

  #order() {
    const { layout, cabrera } = this.show;
    const { columns, rhythm } = LAYOUTS[layout];
    return [columns > 1 && this.t(rhythm.length && !this.prior ? 'viewer.simultaneous' : 'viewer.sequential'), cabrera && this.t('viewer.cabrera')].filter(Boolean).join('  ·  ');
  }

  #calibration() {
    const { calibrated, changed } = this.scale;
    return this.t(changed ? 'viewer.notToScale.short' : calibrated ? 'viewer.calibrated' : 'viewer.uncalibrated');
  }

  #label() {
    const seconds = this.waveform ? this.waveform.seconds.toFixed(1) : 0;
    const leads = this.waveform?.leads.join(' ') ?? '';
    return this.t('viewer.label', { speed: this.show.speed, gain: this.show.gain, seconds, leads });
  }
}

function next(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}

customElements.define('ecg-viewer', EcgViewer);
