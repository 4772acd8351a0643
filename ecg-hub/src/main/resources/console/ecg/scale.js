// How many CSS pixels a millimetre of this screen has. CSS's own mm is a convention (96 px an inch), not a measure:
// a card of ISO/IEC 7810 ID-1 size (85.60 mm wide, the resident identity card is one) laid on the screen tells.

export const CONVENTION = 96 / 25.4;
export const CARD_MM = { width: 85.6, height: 53.98 };
const KEY = 'ecg.screen';

/** What the calibration holds for: another screen or zoom makes it void. */
function here() {
  return { width: screen.width, height: screen.height, ratio: devicePixelRatio };
}

/** @returns { pxPerMm, calibrated } */
export function screenScale() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const now = here();
    if (kept && kept.pxPerMm > 1 && Object.keys(now).every((key) => kept[key] === now[key])) {
      return { pxPerMm: kept.pxPerMm, calibrated: true };
    }
  } catch {
    localStorage.removeItem(KEY); // not ours or cut short: ask again
  }
  return { pxPerMm: CONVENTION, calibrated: false };
}

export function keepScreenScale(pxPerMm) {
  localStorage.setItem(KEY, JSON.stringify({ pxPerMm, ...here() }));
}
