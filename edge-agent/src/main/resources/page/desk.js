// The agent behind this page: its calls and its stream of events.
const OWN = { 'X-ECG-Clinic': 'page', 'content-type': 'application/json' };

export async function ask(path, body = {}) {
  try {
    const response = await fetch(path, { method: 'POST', headers: OWN, body: JSON.stringify(body) });
    return await response.json();
  } catch (failure) {
    return { error: 'FAILED', message: String(failure) };
  }
}

export async function get(path) {
  return (await fetch(path)).json();
}

// Calls onDesk({state, exams}), onLive(frame), onElectrodes(contact) and onContact(true or false) until the page is closed.
// The browser's own reconnection of an EventSource is used; it tries again every few seconds.
export function listen({ onDesk, onLive, onElectrodes, onContact }) {
  const source = new EventSource('/api/stream');
  source.addEventListener('desk', (event) => onDesk(JSON.parse(event.data)));
  source.addEventListener('live', (event) => onLive(JSON.parse(event.data)));
  source.addEventListener('contact', (event) => onElectrodes(JSON.parse(event.data)));
  source.onopen = () => onContact(true);
  source.onerror = () => onContact(false);
}
