// The hub's time. Waiting times are counted by it alone: this computer's clock may be hours off.

let offset = 0; // hub minus here, ms
let bestTrip = Infinity;

/** Learns from an answer; the quickest round trip says it best. */
export function learn(serverTime, sentAt, receivedAt) {
  const trip = receivedAt - sentAt;
  const server = Date.parse(serverTime);
  if (Number.isFinite(server) && trip <= bestTrip * 1.5 + 20) {
    offset = server - (sentAt + receivedAt) / 2;
    bestTrip = Math.min(bestTrip, trip);
  }
}

export function hubNow() {
  return Date.now() + offset;
}

/** Whole seconds since a time of the hub, never below 0. */
export function secondsSince(iso) {
  return Math.max(0, Math.floor((hubNow() - Date.parse(iso)) / 1000));
}

/** 12 s, 3:05, 2:14:09 */
export function duration(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** A time of day to the second, with the date when it is not today's. */
export function timeOf(iso, locale) {
  if (!iso) {
    return '';
  }
  const at = new Date(iso);
  const today = new Date(hubNow()).toDateString() === at.toDateString();
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false };
  return new Intl.DateTimeFormat(locale, today ? options : { ...options, month: '2-digit', day: '2-digit' }).format(at);
}

/** A day as this browser's calendar has it, yyyy-MM-dd. */
export function dayOf(time) {
  const at = new Date(time);
  const two = (number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whole days of this browser, the last one included, as a query's `from` and `to`. */
export function spanOf(fromDay, toDay) {
  const from = new Date(`${fromDay}T00:00:00`);
  const to = new Date(`${toDay}T00:00:00`);
  to.setDate(to.getDate() + 1);
  return new URLSearchParams({ from: from.toISOString(), to: to.toISOString() }).toString();
}
