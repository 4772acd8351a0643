// Sending a change of the roster. One that opens a hole is asked about once more.

import { words } from '../../api.js';

/** @returns nothing when it is done, the holes when the hub asks for them to be accepted */
export async function send(element, path, body) {
  element.busy = true;
  element.complaint = '';
  element.opens = undefined;
  try {
    await element.api.post(path, body);
    element.dispatchEvent(new Event('changed'));
  } catch (error) {
    if (error.body?.code === 'OPENS_HOLES') {
      element.opens = { holes: error.body.holes, again: () => send(element, path, { ...body, acceptHoles: true }) };
    } else {
      element.complaint = words(element.t, error);
    }
  } finally {
    element.busy = false;
  }
}

/** For an input of kind datetime-local: in the time of this computer's zone. */
export function local(at) {
  const two = (number) => String(number).padStart(2, '0');
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

export const instant = (text) => new Date(text).toISOString();
