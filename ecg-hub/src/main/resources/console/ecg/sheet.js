// Where everything stands on the paper, in millimetres: pure geometry, no canvas and no samples.
//
// The origin is the top left corner of the grid; a heavy line runs every 5 mm from there. Every column shows its own
// part of the recording, so that a beat stands at the same place in its column and in the rhythm strip below.

import { CABRERA, CHEST, LIMB } from './leads.js';

export const LEFT_MM = 10; // room for the calibration pulse
export const TOP_MM = 10;
export const FOOT_MM = 10;
export const RIGHT_MM = 5;
export const PULSE = { fromMm: 2.5, seconds: 0.2, microvolts: 1000 };

// The standard one first, then in the order in which one key goes through them.
export const SPEEDS = [25, 50, 12.5];
export const GAINS = [10, 5, 20, 2.5];
export const STANDARD_SPEED = SPEEDS[0];
export const STANDARD_GAIN = GAINS[0];

const COMPACT_ROW_MM = 17.5;

/** By name: how many columns the twelve leads stand in, the rhythm strips below them, and how high a row is. */
export const LAYOUTS = {
  '3x4': { columns: 4, rhythm: [], rowMm: 30 },
  '3x4+1R': { columns: 4, rhythm: ['II'], rowMm: 30 },
  '3x4+3R': { columns: 4, rhythm: ['V1', 'II', 'V5'], rowMm: 22.5 },
  '6x2': { columns: 2, rhythm: [], rowMm: 20 },
  '6x2+1R': { columns: 2, rhythm: ['II'], rowMm: 17.5 },
  '12x1': { columns: 1, rhythm: [], rowMm: 12.5 },
};
export const STANDARD_LAYOUT = '3x4+1R';

/** The leads of each column; the limb leads in Cabrera's order when asked for. */
export function columnsOf(layout, cabrera) {
  const leads = [...(cabrera ? CABRERA : LIMB), ...CHEST];
  const rows = leads.length / LAYOUTS[layout].columns;
  return Array.from({ length: LAYOUTS[layout].columns }, (_, column) => leads.slice(column * rows, (column + 1) * rows));
}

/**
 * Lays out `seconds` of a recording from `start` on.
 *
 * @param cabrera limb leads in Cabrera's order   @param compact low rows and no rhythm strip, for two sheets
 *     on one screen
 * @param speed paper speed in mm/s   @param gain in mm/mV
 * @returns sizes in mm, one segment for each lead and time it shows, and the bands in which time runs on
 */
export function sheet({
  layout = STANDARD_LAYOUT,
  cabrera = false,
  compact = false,
  start = 0,
  seconds = 10,
  speed = STANDARD_SPEED,
  gain = STANDARD_GAIN,
} = {}) {
  const rhythm = compact ? [] : LAYOUTS[layout].rhythm;
  const columns = columnsOf(layout, cabrera);
  const rowMm = compact ? Math.min(COMPACT_ROW_MM, LAYOUTS[layout].rowMm) : LAYOUTS[layout].rowMm;
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
  const heightMm = TOP_MM + (rows + rhythm.length) * rowMm + FOOT_MM;
  const bands = [{ from: start, to: start + seconds, xMm: LEFT_MM, topMm: 0, bottomMm: heightMm - FOOT_MM / 2 }];
  return finished({ layout, start, seconds, speed, gain, rowMm, segments, bands, heightMm });
}

/** One lead alone, its time wrapped into rows of `rowSeconds`. */
export function leadSheet({ lead, start = 0, seconds = 10, rowSeconds = 5, rowMm = 40, speed = STANDARD_SPEED, gain = STANDARD_GAIN }) {
  const rows = Math.ceil(seconds / rowSeconds);
  const segments = Array.from({ length: rows }, (_, row) => ({
    lead,
    row,
    column: 0,
    rhythm: true,
    baselineMm: TOP_MM + rowMm * (row + 0.5),
    xMm: LEFT_MM,
    from: start + row * rowSeconds,
    to: start + Math.min(seconds, (row + 1) * rowSeconds),
  }));
  const bands = segments.map(({ from, to, xMm, baselineMm }) => ({
    from,
    to,
    xMm,
    topMm: baselineMm - rowMm / 2,
    bottomMm: baselineMm + rowMm / 2,
  }));
  const heightMm = TOP_MM + rows * rowMm + FOOT_MM;
  return finished({ layout: 'lead', start, seconds: rowSeconds, speed, gain, rowMm, segments, bands, heightMm });
}

function finished(paper) {
  return {
    ...paper,
    baselines: [...new Set(paper.segments.map((one) => one.baselineMm))],
    widthMm: LEFT_MM + paper.seconds * paper.speed + RIGHT_MM,
  };
}

/** Where a time of the recording stands in a segment or band, in mm from the left edge. */
export function xOfSecond(paper, segment, second) {
  return segment.xMm + (second - segment.from) * paper.speed;
}

/** The band that shows a time, or undefined: the time is not on this paper. */
export function bandOf(paper, second) {
  return paper.bands.find((band) => second >= band.from && second <= band.to);
}

/** The time at a place on the paper; beyond a band's ends, its first or last. */
export function secondAt(paper, xMm, yMm) {
  const band = paper.bands.find((one) => yMm >= one.topMm && yMm < one.bottomMm) ?? paper.bands[0];
  return Math.max(band.from, Math.min(band.to, band.from + (xMm - band.xMm) / paper.speed));
}

/** The segment nearest to a place on the paper. */
export function segmentAt(paper, xMm, yMm) {
  const beside = (segment) => {
    const right = xOfSecond(paper, segment, segment.to);
    return Math.max(0, segment.xMm - xMm, xMm - right);
  };
  const distance = (segment) => beside(segment) * 10 + Math.abs(segment.baselineMm - yMm);
  return paper.segments.reduce((best, one) => (distance(one) < distance(best) ? one : best));
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
