/**
 * The worklist over HTTP, with masked names: what waits, who reads it, what one shift leaves to the next, and exams of any
 * age. All under {@code /api}.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code GET worklist}</td><td>{@code {items, hidden, hiddenWaiting, hiddenRed, filter}}, most urgent first, as the
 *     reader's own filter shows it; a critical case that nobody has read back is always there</td></tr>
 * <tr><td>{@code POST worklist/filter}</td><td>{@code {levels, sites, mine, open}}: kept for this reader</td></tr>
 * <tr><td>{@code POST worklist/next}</td><td>claims the most urgent exam that nobody reads: the claim, or 204</td></tr>
 * <tr><td>{@code GET worklist/turnaround}</td><td>what was reached in the last 24 h beside the goals, by level</td></tr>
 * <tr><td>{@code GET exams/:id/claim}</td><td>{@code {claim}}, which may have lapsed</td></tr>
 * <tr><td>{@code POST exams/:id/claim}</td><td>{@code {takeOver}}: the claim; 409 with the other's {@code claim}</td></tr>
 * <tr><td>{@code POST exams/:id/release}</td><td>gives it back</td></tr>
 * <tr><td>{@code POST exams/:id/repeat}</td><td>{@code {reason, note}}: asks the clinic to record again</td></tr>
 * <tr><td>{@code GET handovers}, {@code POST handovers}</td><td>what waits to be taken; {@code {items: [{examId,
 *     nextAction}]}}</td></tr>
 * <tr><td>{@code POST exams/:id/take}</td><td>takes it from whoever offers it</td></tr>
 * <tr><td>{@code POST search}</td><td>{@code {words, site, from, to}}: by the start of a name, a whole identity number or
 *     an exam's code</td></tr>
 * </table>
 */
@NullMarked
package org.ecgnet.hub.console.worklist;

import org.jspecify.annotations.NullMarked;
