import { LitElement, css, html } from 'lit';
import { words } from '../../api.js';
import { onKey } from '../../keys.js';
import { shared } from '../shared-styles.js';
import './ecg-claims.js';
import './ecg-first.js';
import './ecg-phrases.js';
import './ecg-report.js';
import './ecg-second.js';

const LEVELS = ['RED', 'YELLOW', 'GREEN', 'GREY'];
const URGENCY = ['RED', 'YELLOW', 'GREY', 'GREEN'];
const SAVE_MS = 1500;

/**
 * The physician's reading of one exam, by keys: A accept, E edit, X reject, J and K move, N a statement, ! critical,
 * Ctrl+Enter sign. What is written stays when a signature is refused. Fires `report` with the exam's signed versions and
 * whether the machine's claims are withheld.
 */
class EcgOverread extends LitElement {
  static properties = {
    t: { attribute: false },
    api: { attribute: false },
    me: { attribute: false },
    examId: {},
    critical: { attribute: false },
    view: { state: true },
    tree: { state: true },
    draft: { state: true },
    at: { state: true },
    amending: { state: true },
    complaint: { state: true },
    done: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      section { display: grid; gap: 8px; }
      label { display: grid; gap: 2px; font-weight: 600; font-size: 0.88rem; min-width: 0; }
      select, input { font-weight: 400; width: 100%; min-width: 0; }
      textarea { font: inherit; font-weight: 400; width: 100%; min-height: 52px; color: var(--text); background: var(--panel); border: 1px solid var(--control-line); border-radius: 6px; padding: 4px 8px; }
      ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 4px; }
      li { display: flex; justify-content: space-between; gap: 6px; align-items: center; border: 1px solid var(--line); border-radius: 6px; padding: 2px 4px 2px 8px; }
      li button { min-height: 26px; padding: 0 8px; }
      a { color: var(--accent); }
      .keys { font-size: 0.82rem; margin: 0; }
      .good { color: var(--good); font-weight: 700; margin: 0; }
      p { margin: 0; }
    `,
  ];

  #timer = 0;
  #keys = (event) => this.#key(event);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
    this.#phrases();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keys);
    clearTimeout(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('examId')) {
      this.view = this.draft = undefined;
      this.at = 0;
      this.amending = this.kept = this.dirty = false;
      this.complaint = this.done = '';
      this.refresh();
    }
  }

  async #phrases() {
    try {
      this.tree = await this.api.get('/api/report/phrases', true);
    } catch {
      this.tree = { groups: [], favourites: [] }; // the reader still has free text
    }
  }

  /** Fetches anew what is signed; what is being written stays. */
  async refresh() {
    const examId = this.examId;
    try {
      const view = await this.api.get(`/api/exams/${examId}/report`, true);
      if (examId !== this.examId) {
        return;
      }
      const judgeAnew = !this.draft || (view.reading !== this.draft.reading && view.reading > 0);
      if (this.view && view.versions.length > this.view.versions.length && this.dirty) {
        this.kept = true; // somebody signed while this was being written
      }
      this.view = view;
      this.draft = judgeAnew ? this.#begin(view) : { ...this.draft, measurement: view.measurement };
      this.dispatchEvent(new CustomEvent('report', { detail: view }));
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  /** @param measurement number of the measurement by hand that is on the screen now */
  saw(measurement) {
    this.draft = this.draft && { ...this.draft, measurement };
  }

  #begin(view) {
    const kept = view.draft?.reading === view.reading ? view.draft : undefined;
    const known = new Set(view.claims.map((claim) => claim.key));
    return {
      reading: view.reading,
      measurement: view.measurement,
      judged: new Map((kept?.judged ?? []).filter((one) => known.has(one.key)).map((one) => [one.key, one])),
      added: kept?.added ?? [],
      description: kept?.description ?? '',
      conclusion: kept?.conclusion ?? '',
      // A critical colour is the reader's own choice; another is the machine's until he changes it.
      level: kept?.level ?? (view.machineLevel === 'RED' ? '' : view.machineLevel ?? ''),
      levelReason: kept?.levelReason ?? '',
      amendmentReason: kept?.amendmentReason ?? '',
      licence: view.licence,
    };
  }

  render() {
    const t = this.t;
    if (!this.view) {
      return html`<section class="box"><h2>${t('report.title')}</h2>${this.#alert()}</section>`;
    }
    return html`
      <section class="box" aria-label=${t('report.title')}>
        <h2>${t('report.title')}</h2>
        ${this.view.withheld ? this.#first() : this.#reading()}
        ${this.#alert()}
      </section>
    `;
  }

  #alert() {
    return html`
      <div role="alert">${this.complaint ? html`<p class="problem">${this.complaint}</p>` : ''}</div>
      <div role="status">${this.done ? html`<p class="good">✓ ${this.done}</p>` : ''}</div>
    `;
  }

  #first() {
    return this.#may
      ? html`<ecg-first .t=${this.t} .api=${this.api} .examId=${this.examId} @done=${this.refresh}></ecg-first>`
      : html`<p>${this.t('report.withheld')}</p>`;
  }

  #reading() {
    const { view } = this;
    const latest = view.versions.at(-1);
    return html`
      ${latest
        ? html`<ecg-report .t=${this.t} .examId=${this.examId} .versions=${view.versions} ?may=${this.#may && !this.amending} @amend=${this.#amend}></ecg-report>`
        : html`<a href="/api/exams/${this.examId}/paper" target="_blank" rel="noopener">${this.t('report.paper.unconfirmed')}</a>`}
      ${latest && !latest.complete && this.#may && !this.amending
        ? html`<ecg-second .t=${this.t} .api=${this.api} .me=${this.me} .examId=${this.examId} .report=${latest} .licence=${view.licence} @done=${this.#seconded}></ecg-second>`
        : ''}
      ${this.#writing ? this.#form() : ''}
    `;
  }

  get #may() {
    return this.me.rights.includes('HANDLE_CASES');
  }

  get #latest() {
    return this.view?.versions.at(-1);
  }

  /** True while there is something to write: a first report, or an amendment. */
  get #writing() {
    return this.#may && this.view.reading > 0 && (!this.#latest || this.amending);
  }

  #form() {
    const { t, draft, view } = this;
    return html`
      <p class="muted keys">${t('report.keys')}</p>
      <ecg-claims .t=${t} .claims=${view.claims} .judged=${draft.judged} .at=${this.at}
        @judge=${(event) => this.#judge(event.detail)} @look=${(event) => (this.at = event.detail)}></ecg-claims>
      ${draft.added.length ? html`<ul aria-label=${t('report.added')}>${draft.added.map((phrase, index) => this.#added(phrase, index))}</ul>` : ''}
      ${this.tree ? html`<ecg-phrases .t=${t} .api=${this.api} .tree=${this.tree} @add=${(event) => this.#change({ added: [...draft.added, event.detail] })}></ecg-phrases>` : ''}
      ${this.#text('description')} ${this.#text('conclusion')} ${this.#level()}
      <label>${t('report.licence')}<input name="licence" maxlength="64" autocomplete="off" .value=${draft.licence} @input=${(event) => this.#change({ licence: event.target.value })} /></label>
      ${this.#latest ? this.#text('amendmentReason') : ''}
      <button class="primary sign" ?disabled=${this.busy} @click=${this.#sign}>${t('report.sign')}</button>
    `;
  }

  #added(phrase, index) {
    return html`
      <li><span>${phrase.code ? html`<strong>${phrase.code}</strong> ` : ''}${this.t.either(phrase)}</span>
        <button aria-label="${this.t('report.remove')}: ${this.t.either(phrase)}"
          @click=${() => this.#change({ added: this.draft.added.filter((_, at) => at !== index) })}>✕</button></li>
    `;
  }

  #text(name) {
    return html`<label>${this.t(`report.${name}`)}
      <textarea name=${name} maxlength="2000" .value=${this.draft[name]} @input=${(event) => this.#change({ [name]: event.target.value })}></textarea></label>`;
  }

  #level() {
    const { t, draft, view } = this;
    const lower = URGENCY.indexOf(draft.level) > URGENCY.indexOf(view.machineLevel);
    return html`
      <label>${t('report.level')}
        <select name="level" .value=${draft.level} @change=${(event) => this.#change({ level: event.target.value })}>
          <option value="" ?selected=${!draft.level}>${t('ack.choose')}</option>
          ${LEVELS.map((level) => html`<option value=${level} ?selected=${draft.level === level}>${t(`level.${level}`)}</option>`)}
        </select>
      </label>
      ${draft.level && lower ? this.#text('levelReason') : ''}
      ${draft.level && draft.level !== 'RED' && this.critical && this.critical.state !== 'CLOSED'
        ? html`<p class="warning">${t('report.lower.explain')}</p>
            <button @click=${this.#lower}>${t('report.lower')}</button>`
        : ''}
    `;
  }

  #key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.view && !this.view.withheld && this.#writing) {
      event.preventDefault();
      this.#sign();
      return;
    }
    if (!this.view || this.view.withheld || !this.#writing) {
      return;
    }
    onKey(event, {
      a: () => this.#decide('ACCEPTED'),
      e: () => this.#decide('EDITED'),
      x: () => this.#decide('REJECTED'),
      j: () => this.#move(1),
      k: () => this.#move(-1),
      n: () => this.renderRoot.querySelector('ecg-phrases')?.enter(),
      '!': () => this.#change({ level: 'RED' }),
    });
  }

  async #decide(decision) {
    const claim = this.view.claims[this.at];
    const list = this.renderRoot.querySelector('ecg-claims');
    if (!claim || !list) {
      return;
    }
    if (claim.critical) {
      list.choose(this.at); // by a key alone nothing critical is decided: the choice is made at the claim itself
      return;
    }
    await list.decide(claim, decision);
    if (decision !== 'EDITED') {
      this.#next();
    }
  }

  /** On to the next claim that nobody has judged. */
  #next() {
    const { claims } = this.view;
    const order = claims.map((_, index) => (this.at + 1 + index) % claims.length);
    this.at = order.find((index) => !this.draft.judged.has(claims[index].key)) ?? this.at;
  }

  #move(step) {
    this.at = Math.max(0, Math.min(this.view.claims.length - 1, this.at + step));
  }

  #judge(judged) {
    this.#change({ judged: new Map(this.draft.judged).set(judged.key, judged) });
  }

  #change(what) {
    this.draft = { ...this.draft, ...what };
    this.dirty = true;
    this.done = '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), SAVE_MS);
  }

  get #body() {
    const { judged, added, ...rest } = this.draft;
    return {
      ...rest,
      baseVersion: this.#latest?.version ?? 0,
      judged: [...judged.values()],
      added: added.map((phrase) => (phrase.code ? { code: phrase.code } : { words: phrase.chinese })),
    };
  }

  async #save() {
    if (this.draft?.level && !this.busy) {
      await this.api.post(`/api/exams/${this.examId}/report/draft`, this.#body).catch(() => undefined); // signing says so aloud
    }
  }

  async #sign() {
    if (this.busy) {
      return;
    }
    this.complaint = this.done = '';
    if (!this.draft.level) {
      this.complaint = this.t('report.level.missing');
      this.renderRoot.querySelector('select[name=level]')?.focus();
      return;
    }
    clearTimeout(this.#timer);
    this.busy = true;
    try {
      const signed = await this.api.post(`/api/exams/${this.examId}/report/sign`, this.#body);
      this.amending = this.kept = this.dirty = false;
      this.done = this.t(signed.complete ? 'report.done' : 'report.done.first');
      this.view = { ...this.view, versions: [...this.view.versions, signed] };
    } catch (error) {
      this.kept = error.body?.code === 'STALE'; // somebody was first: what is written goes into an amendment
      this.complaint = words(this.t, error);
    } finally {
      this.busy = false;
    }
    await this.refresh();
  }

  /** A named person lowers the open case first, with the reason that the report gives. */
  async #lower() {
    const { level, levelReason } = this.draft;
    try {
      await this.api.post(`/api/cases/${this.critical.id}/lower`, { level, reason: levelReason });
      this.complaint = '';
      this.dispatchEvent(new Event('changed'));
    } catch (error) {
      this.complaint = words(this.t, error);
    }
  }

  #amend() {
    const latest = this.#latest;
    this.amending = true;
    if (this.kept) {
      return;
    }
    this.draft = {
      ...this.draft,
      judged: new Map(latest.judged.filter((one) => this.view.claims.some((claim) => claim.key === one.key)).map((one) => [one.key, one])),
      added: latest.added,
      description: latest.description,
      conclusion: latest.conclusion,
      level: latest.level,
      levelReason: latest.levelReason,
    };
  }

  #seconded() {
    this.done = this.t('report.done');
    this.refresh();
  }
}

customElements.define('ecg-overread', EcgOverread);
