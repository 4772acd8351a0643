/**
 * The report on paper: one lying A4 page with the ECG to scale (25 mm/s, 10 mm/mV) as lines, the patient, what was
 * measured, what the machine and what the physician say and who signed; a second page where the words need it. Drawn
 * with {@code hub.paper}; only {@code ReportPrinter} reads the database.
 */
@NullMarked
package org.ecgnet.hub.report.pdf;

import org.jspecify.annotations.NullMarked;
