// What to tell somebody whose password or code was not taken.

import { words } from '../../api.js';

export function refused(t, error) {
  const { status, body } = error;
  if (status === 429) {
    return t('login.throttled', { seconds: body.retryAfterSeconds });
  }
  if (body?.code === 'CLOCK_OFF') {
    return t(body.minutes < 0 ? 'factor.behind' : 'factor.ahead', { minutes: Math.abs(body.minutes) });
  }
  return body?.code ? t.either(body) : words(t, error);
}
