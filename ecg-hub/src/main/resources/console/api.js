// Calls to the hub. Every POST carries the session's CSRF token; every answer teaches the clock.

import { learn } from './clock.js';

/** An answer that is not a success. `status` 0: no answer at all. */
export class ApiError extends Error {
  constructor(status, body) {
    super(body?.reason ?? `HTTP ${status}`);
    this.status = status;
    this.body = body ?? {};
  }
}

export class Api extends EventTarget {
  #csrf = '';

  /** @param background true for what the page asks on its own: it does not keep the session alive */
  async get(path, background = false) {
    return (await this.#call(path, background ? { headers: { 'X-Background': '1' } } : {})).json();
  }

  /** @param ahead true before anybody has asked for it */
  async bytes(path, ahead = false) {
    return (await this.#call(path, { headers: { 'X-Background': '1', ...(ahead ? { 'X-Ahead': '1' } : {}) } })).arrayBuffer();
  }

  async post(path, body = {}, background = false) {
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': this.#csrf };
    if (background) {
      headers['X-Background'] = '1';
    }
    const response = await this.#call(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.status === 204 ? {} : response.json();
  }

  /** Who is logged in, or undefined. */
  async me() {
    try {
      return this.#keep(await this.get('/api/me'));
    } catch (error) {
      if (error.status === 401) {
        return undefined;
      }
      throw error;
    }
  }

  /** @param code of the second factor; empty until the hub asks for it */
  async login(name, password, code = '') {
    return this.#keep(await this.post('/api/login', { name, password, code }));
  }

  async logout() {
    await this.post('/api/logout');
    this.#csrf = '';
  }

  #keep(me) {
    this.#csrf = me.csrfToken;
    return me;
  }

  async #call(path, options) {
    const sent = Date.now();
    let response;
    try {
      response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options });
    } catch {
      throw new ApiError(0, { reason: 'network' });
    }
    const serverTime = response.headers.get('X-Server-Time');
    if (serverTime) {
      learn(serverTime, sent, Date.now());
    }
    if (!response.ok) {
      const body = await response.json().catch(() => ({}));
      if (response.status === 401 && path !== '/api/login' && path !== '/api/me') {
        this.dispatchEvent(new Event('signed-out'));
      }
      throw new ApiError(response.status, body);
    }
    return response;
  }
}

/** What to tell the reader about a call that failed. */
export function words(t, error) {
  switch (error.status) {
    case 0:
      return t('error.network');
    case 403:
      return t('error.forbidden');
    case 404:
      return t('error.missing');
    case 409:
      return t('error.conflict', { reason: t.either(error.body) || error.message });
    default:
      return t('error.request', { reason: error.message });
  }
}
