// Where everything stands on the paper, in millimetres: pure geometry, no canvas and no samples.
//
// The origin is the top left corner of the grid; a heavy line runs every 5 mm from there. Every column shows its own
// part of the recording, so that a beat stands at the same place in its column and in the rhythm strip below.

export const LEFT_MM = 10; // room for the calibration pulse
export const TOP_MM = 10;
export const FOOT_MM = 10;
export const RIGHT_MM = 5;
export const PULSE = { fromMm: 2.5, seconds: 0.2, microvolts: 1000 };

const LIMB = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'];
const CHEST = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

export const LAYOUTS = {
  '3x4+1': {
    columns: [['I', 'II', 'III'], ['aVR', 'aVL', 'aVF'], ['V1', 'V2', 'V3'], ['V4', 'V5', 'V6']],
    rhythm: ['II'],
    rowMm: 30,
  },
  '6x2': { columns: [LIMB, CHEST], rhythm: [], rowMm: 20 },
  '12x1': { columns: [[...LIMB, ...CHEST]], rhythm: [], rowMm: 15 },
};

/**
 * Lays out `seconds` of a recording from `start` on.
 *
 * @param speed paper speed in mm/s   @param gain in mm/mV
 * @returns sizes in mm and one segment for each lead and time it shows
 */
export function sheet({ layout = '3x4+1', start = 0, seconds = 10, speed = 25, gain = 10 } = {}) {
  const { columns, rhythm, rowMm } = LAYOUTS[layout];
  const rows = columns[0].length;
  const columnSeconds = seconds / columns.length;
  const baseline = (row) => TOP_MM + Math.round((rowMm * (row + 0.5)) / 2.5) * 2.5;
  const segments = columns.flatMap((leads, column) =>
    leads.map((lead, row) => ({
      lead,
      row,
      column,
      baselineMm: baseline(row),
      xMm: LEFT_MM + column * columnSeconds * speed,
      from: start + column * columnSeconds,
      to: start + (column + 1) * columnSeconds,
    })),
  );
  rhythm.forEach((lead, at) =>
    segments.push({
      lead,
      row: rows + at,
      column: 0,
      rhythm: true,
      baselineMm: baseline(rows + at),
      xMm: LEFT_MM,
      from: start,
      to: start + seconds,
    }),
  );
  return {
    layout,
    start,
    seconds,
    speed,
    gain,
    rowMm,
    segments,
    baselines: [...new Set(segments.map((one) => one.baselineMm))],
    widthMm: LEFT_MM + seconds * speed + RIGHT_MM,
    heightMm: TOP_MM + (rows + rhythm.length) * rowMm + FOOT_MM,
  };
}

/** Where a time of the recording stands in a segment, in mm from the left edge. */
export function xOfSecond(paper, segment, second) {
  return segment.xMm + (second - segment.from) * paper.speed;
}

/** The leads whose trace leaves the paper at the top or the bottom, and so cannot be seen whole. */
export function overflowing(paper, waveform) {
  const over = paper.segments.filter(({ lead, from, to, baselineMm }) => {
    const values = waveform.microvolts(lead);
    const middle = waveform.middle(lead);
    const first = Math.round(from * waveform.rate);
    const shown = values?.subarray(first, Math.round(to * waveform.rate)) ?? [];
    return shown.some((value, at) => {
      const mm = baselineMm - mmOfMicrovolts(paper, value - middle);
      return (mm < 0 || mm > paper.heightMm) && !waveform.isOff(lead, first + at);
    });
  });
  return [...new Set(over.map((segment) => segment.lead))];
}

/** Height of a voltage above its middle line, in mm. */
export function mmOfMicrovolts(paper, microvolts) {
  return (microvolts / 1000) * paper.gain;
}
