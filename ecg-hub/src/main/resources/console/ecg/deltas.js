// What has changed between two recordings of one patient. Pure; from what on it counts as changed, the hub says.

import { STANDARD_12 } from './leads.js';

/**
 * @param now @param before { figures, intervals }: figures as the hub sends them with a median beat, intervals as of
 *     intervals.js
 * @param limits as the hub sends them
 * @returns rows { name, lead, unit, before, now, delta, changed } of what both have; J + 60 ms lead by lead
 */
export function deltas(now, before, limits) {
  const row = (name, unit, one, other, limit, of = difference) => ({ name, unit, before: one, now: other, delta: of(one, other), limit });
  const rows = [
    row('rate', '/min', before.figures.rateBpm, now.figures.rateBpm, limits.rateBpm),
    row('pr', 'ms', before.intervals.pr, now.intervals.pr, limits.prMillis),
    row('qrs', 'ms', before.intervals.qrs, now.intervals.qrs, limits.qrsMillis),
    row('qtcFridericia', 'ms', before.intervals.qtcFridericia, now.intervals.qtcFridericia, limits.qtcMillis),
    row('pAxis', '°', before.figures.pAxisDegrees, now.figures.pAxisDegrees, Infinity, turn), // no limit is published
    row('qrsAxis', '°', before.figures.qrsAxisDegrees, now.figures.qrsAxisDegrees, limits.axisDegrees, turn),
    row('tAxis', '°', before.figures.tAxisDegrees, now.figures.tAxisDegrees, Infinity, turn),
  ].map(({ limit, ...one }) => ({ ...one, changed: Math.abs(one.delta) >= limit }));
  const st = STANDARD_12.map((lead) => {
    const [one, other] = [before, now].map(({ figures }) => figures.j60Microvolts[lead]);
    const delta = difference(one, other);
    return { name: 'j60', lead, unit: 'mV', before: one, now: other, delta, changed: delta >= limits.stRiseMicrovolts || -delta >= limits.stFallMicrovolts };
  });
  return [...rows, ...st].filter((one) => one.delta !== undefined);
}

function difference(before, now) {
  return before === undefined || now === undefined ? undefined : now - before;
}

/** The shorter way round from one axis to another, -180 to 180 degrees. */
function turn(before, now) {
  const straight = difference(before, now);
  return straight === undefined ? undefined : ((((straight + 180) % 360) + 360) % 360) - 180;
}
