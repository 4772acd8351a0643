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

// Calls onDesk({state, exams}), onLive(frame) and onContact(true or false) until the page is closed. The browser's own
// reconnection of an EventSource is used; it tries again every few seconds.
export function listen({ onDesk, onLive, onContact }) {
  const source = new EventSource('/api/stream');
  source.addEventListener('desk', (event) => onDesk(JSON.parse(event.data)));
  source.addEventListener('live', (event) => onLive(JSON.parse(event.data)));
  source.onopen = () => onContact(true);
  source.onerror = () => onContact(false);
}

// Resident identity number, GB 11643-1999: ISO 7064 MOD 11-2 check character; birth date and sex are in it.
export function readIdentity(number) {
  if (!/^\d{17}[\dXx]$/.test(number)) {
    return { valid: number === '' };
  }
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(number[at]), 0);
  const valid = '10X98765432'[sum % 11] === number[17].toUpperCase();
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  const today = new Date();
  const before = today.getMonth() + 1 < month || (today.getMonth() + 1 === month && today.getDate() < day);
  return { valid, sex: Number(number[16]) % 2 ? 'MALE' : 'FEMALE', age: today.getFullYear() - year - (before ? 1 : 0) };
}
