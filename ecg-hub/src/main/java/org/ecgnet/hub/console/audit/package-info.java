/**
 * The audit for those who may read it: who did what when, and whether the chain is whole. Nothing of a patient is in it.
 * All under {@code /api}, right READ_AUDIT.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code GET audit?from&to&actor&about&before}</td><td>{@code {items: [{number, at, actor, action, examId,
 *     examCode, caseNumber, detail}], more}}, the newest first; {@code about} is a serial number, an exam's code or an
 *     id</td></tr>
 * <tr><td>{@code GET audit/check}</td><td>{@code {whole, entries}} or {@code {whole: false, number, reason}}; reads
 *     every entry</td></tr>
 * <tr><td>{@code GET audit-csv}</td><td>the same question as a file, oldest last, which is an entry itself; 409
 *     TOO_MANY above 100,000 entries</td></tr>
 * </table>
 */
@NullMarked
package org.ecgnet.hub.console.audit;

import org.jspecify.annotations.NullMarked;
