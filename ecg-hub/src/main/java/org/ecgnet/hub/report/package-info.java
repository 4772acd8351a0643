/**
 * The overread: what a physician says about an exam beside what the machine said, signed, and never changed afterwards.
 *
 * <p>A reader judges every claim of the machine, adds statements of the phrase tree or of his own, and signs with name,
 * licence, place and time. A signed report is a version: a later one amends it, with a reason, and the earlier stays.
 * What may be signed is decided by pure records ({@code OverreadCheck}, {@code SecondReading}); {@code ReportDesk} runs
 * them in one transaction with the versions it has locked. The paper is in {@code report.pdf}. Nothing here lowers a
 * colour of an open critical case: that is {@code hub.critical}'s, by a named person with a reason.
 */
@NullMarked
package org.ecgnet.hub.report;

import org.jspecify.annotations.NullMarked;
