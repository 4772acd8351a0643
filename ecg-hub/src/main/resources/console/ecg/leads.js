// The twelve standard leads, how the limb leads follow from I and II, and which electrodes a lead needs.

export const STANDARD_12 = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];
export const LIMB = STANDARD_12.slice(0, 6);
export const CHEST = STANDARD_12.slice(6);

/** The limb leads as they look at the heart from left to right; aVR is turned over (Cabrera). */
export const CABRERA = ['aVL', 'I', '-aVR', 'II', 'aVF', 'III'];

// Einthoven (III) and Goldberger (aVR, aVL, aVF), as factors of I and of II.
const FROM_I_AND_II = new Map([
  ['III', [-1, 1]],
  ['aVR', [-0.5, -0.5]],
  ['aVL', [1, -0.5]],
  ['aVF', [-0.5, 1]],
]);

/** Factors [of I, of II] for a lead that can be computed, or undefined. */
export function derivation(lead) {
  return FROM_I_AND_II.get(lead);
}

/** True for a view such as -aVR, which is drawn upside down. */
export function turned(lead) {
  return lead.startsWith('-');
}

/** The lead that a view shows: aVR for -aVR. */
export function upright(lead) {
  return turned(lead) ? lead.slice(1) : lead;
}
