package org.ecgnet.hub.report.pdf;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.ecgnet.ecg.Recording;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.report.Report;

/**
 * What is put on the paper.
 *
 * @param county as the head of the paper names it
 * @param siteName of the clinic
 * @param recording empty when no sample can be read
 * @param reading what the machine said; empty while it has not
 * @param report the version to print; empty for an automatic, unconfirmed paper
 * @param byHand marks moved by hand: those the version was signed with, or those in force on an unconfirmed paper
 * @param samplesHash SHA-256 of the samples in hexadecimal; empty when it never came
 * @param from first second of the recording that is drawn
 * @param printedAt by the hub's clock
 */
public record ReportPaper(
        String county,
        String siteName,
        Exam exam,
        Optional<Recording> recording,
        Optional<StoredReading> reading,
        Optional<Report> report,
        Optional<HandMeasurement> byHand,
        String samplesHash,
        PaperLayout layout,
        double from,
        ZoneId zone,
        Instant printedAt) {

    /** True once every signature that the report needs is there. */
    boolean confirmed() {
        return report.filter(Report::complete).isPresent();
    }
}
