// What the hub pushes: one EventSource for the page. It reconnects by itself; `since` tells for how long it has been down.

const NAMES = ['exam-started', 'chunk', 'exam-completed', 'reading', 'report', 'marks', 'case', 'clinic', 'worklist', 'site', 'duty'];

export class Feed extends EventTarget {
  #source;
  since = undefined;

  open() {
    this.close();
    this.#source = new EventSource('/api/events');
    this.#source.addEventListener('open', () => this.#connected());
    this.#source.addEventListener('error', () => this.#lost());
    for (const name of NAMES) {
      this.#source.addEventListener(name, (event) => this.#tell(name, event));
    }
  }

  close() {
    this.#source?.close();
    this.#source = undefined;
    this.since = undefined;
  }

  #connected() {
    this.since = undefined;
    this.dispatchEvent(new CustomEvent('hub', { detail: { name: 'connected' } })); // look again: events may have passed
  }

  #lost() {
    this.since ??= Date.now();
    const refused = this.#source?.readyState === EventSource.CLOSED;
    this.dispatchEvent(new CustomEvent('hub', { detail: { name: 'lost', refused } }));
    if (refused) {
      setTimeout(() => this.#source && this.open(), 3000);
    }
  }

  #tell(name, event) {
    this.dispatchEvent(new CustomEvent('hub', { detail: { name, ...JSON.parse(event.data) } }));
  }
}
