// How many CSS pixels a millimetre of this screen has. CSS's own mm is a convention (96 px an inch), not a measure:
// a card of ISO/IEC 7810 ID-1 size (85.60 mm wide, the resident identity card is one) laid on the screen tells.

export const CONVENTION = 96 / 25.4;
export const CARD_MM = { width: 85.6, height: 53.98 };
const KEY = 'ecg.screen';

/** What the calibration holds for: another screen or zoom makes it void. The browser's zoom is part of the ratio. */
function here() {
  return { width: screen.width, height: screen.height, ratio: devicePixelRatio, pinch: visualViewport?.scale ?? 1 };
}

/**
 * @returns { pxPerMm, calibrated, changed }; `changed` when the screen was measured and is no longer what it was: nothing
 *     on it is to scale until it is measured anew
 */
export function screenScale() {
  const kept = read();
  const now = here();
  if (!kept) {
    return { pxPerMm: CONVENTION, calibrated: false, changed: false };
  }
  const same = Object.keys(now).every((key) => kept[key] === now[key]);
  return { pxPerMm: same ? kept.pxPerMm : CONVENTION, calibrated: same, changed: !same };
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return kept?.pxPerMm > 1 ? kept : undefined;
  } catch {
    localStorage.removeItem(KEY); // not ours or cut short: ask again
    return undefined;
  }
}

export function keepScreenScale(pxPerMm) {
  localStorage.setItem(KEY, JSON.stringify({ pxPerMm, ...here() }));
}

/** Calls back whenever the window, the screen under it or the zoom may be another. @returns how to stop it */
export function watchScreen(changed) {
  addEventListener('resize', changed);
  visualViewport?.addEventListener('resize', changed);
  return () => {
    removeEventListener('resize', changed);
    visualViewport?.removeEventListener('resize', changed);
  };
}
