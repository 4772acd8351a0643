package org.ecgnet.edge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.electrode.PlacementDoubt;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Rehearsal;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads recordings on this computer. Safe for use by many threads. */
public final class LocalReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(LocalReader.class);
    private static final ReadingLine NO_SAMPLES =
            new ReadingLine("", "没有采集到心电数据，请重新采集。", "No samples were recorded: record again.");
    private static final ReadingLine FAILED = new ReadingLine(
            "", "本机无法自动判读，请立即联系中心医生。", "This computer could not read the recording: call the centre now.");

    /** A usual recording, in seconds. */
    public static final int USUAL_SECONDS = 10;

    /** A recording from this length on is shown, printed and, where it was recorded here, read in its best ten seconds. */
    public static final int LONG_SECONDS = 2 * USUAL_SECONDS;

    private static final int REHEARSALS = 15;

    private final RuleProfile profile;
    private final Triage triage;

    public LocalReader(RuleProfile profile) {
        this.profile = profile;
        this.triage = new Triage(profile);
    }

    /**
     * The reading, in the form in which the centre's readings come too. An engine that fails raises the exam to
     * YELLOW: a recording that nobody could read is never silence.
     */
    public ReadingReady read(ExamId examId, Recording recording, Patient patient, Symptoms symptoms) {
        if (recording.waveform().length() == 0) {
            return new ReadingReady(examId, TriageLevel.GREY, false, List.of(NO_SAMPLES), Optional.empty());
        }
        try {
            Reading reading = triage.read(recording, patient, symptoms);
            return new ReadingReady(examId, reading.level(), reading.hard(), lines(reading), Optional.empty());
        } catch (RuntimeException e) {
            LOGGER.error("Exam {} could not be read on this computer, raised to YELLOW", examId, e);
            return new ReadingReady(examId, TriageLevel.YELLOW, false, List.of(FAILED), Optional.empty());
        }
    }

    /**
     * The reading of a part with what the watch saw in the whole: a deadly rhythm stays red though it is not in the part.
     *
     * @param alone the reading of the part
     */
    public static ReadingReady beside(ReadingReady alone, RunningWatch watch) {
        if (watch.lines().isEmpty()) {
            return alone;
        }
        TriageLevel level = watch.sawRed() ? TriageLevel.RED : alone.level();
        return beside(alone, level, alone.hard() || watch.sawRed(), watch.lines());
    }

    /**
     * A second reading of the same seconds, for a patient of whom more is known: it takes the place of the first, but never
     * takes a red back, which only a person does.
     */
    public static ReadingReady again(ReadingReady first, ReadingReady second) {
        return first.level() == TriageLevel.RED && second.level() != TriageLevel.RED
                ? beside(second, TriageLevel.RED, first.hard(), first.lines())
                : second;
    }

    private static ReadingReady beside(ReadingReady alone, TriageLevel level, boolean hard, List<ReadingLine> before) {
        List<ReadingLine> lines = new ArrayList<>(before);
        alone.lines().stream().filter(line -> !lines.contains(line)).forEach(lines::add);
        return new ReadingReady(alone.examId(), level, hard, lines, alone.reader());
    }

    /**
     * A watch over an exam that begins.
     *
     * @throws IllegalArgumentException for a unit that is too slow to be watched, below 50 Hz
     */
    public RunningWatch watch(ExamStarted started) {
        return new RunningWatch(profile, started);
    }

    /** How the electrodes are, and whether they seem exchanged. */
    public Contact contact(Recording seconds) {
        Contact contact = Contact.of(seconds);
        try {
            return contact.ready() ? contact.with(PlacementDoubt.of(seconds, triage)) : contact;
        } catch (RuntimeException e) {
            LOGGER.error("Exchanged electrodes cannot be looked for in the last seconds", e);
            return contact;
        }
    }

    /** Rehearses, so that the first patient does not wait for the engine to be loaded and compiled. */
    public void warmUp() {
        try {
            Rehearsal.of(triage, REHEARSALS);
            LOGGER.debug("Engine ready");
        } catch (RuntimeException e) {
            LOGGER.error("The engine fails on invented recordings: readings here will say so", e);
        }
    }

    private static List<ReadingLine> lines(Reading reading) {
        List<ReadingLine> lines = new ArrayList<>();
        for (Finding finding : reading.findings()) {
            lines.add(line(finding));
        }
        for (QualityReport.Reason reason : reading.quality().reasons()) {
            ReadingLine line = new ReadingLine(reason.code(), reason.chinese(), reason.english());
            if (lines.stream().noneMatch(said -> said.chinese().equals(line.chinese()))) {
                lines.add(line);
            }
        }
        for (Reading.Limitation limitation : reading.cannotJudge()) {
            lines.add(new ReadingLine("", limitation.chinese(), limitation.english()));
        }
        return lines;
    }

    /** A finding in words. */
    static ReadingLine line(Finding finding) {
        return new ReadingLine(finding.rule(), finding.chinese(), finding.english());
    }
}
