package org.ecgnet.ops.evaluate.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ops.evaluate.record.EcgRecord;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Examination;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.measure.Beat;

/** Reads records with one engine. */
public final class Results {

    private static final Map<String, Character> CLASSES =
            Map.of("NORMAL", 'N', "SUPRAVENTRICULAR", 'S', "VENTRICULAR", 'V', "PACED", 'P');

    private final Triage triage;

    public Results(Triage triage) {
        this.triage = triage;
    }

    /** Reads one record without symptoms: no data set has any. */
    public RecordResult of(EcgRecord ecg) {
        long start = System.nanoTime();
        Examination examination = triage.examine(ecg.recording(), ecg.patient(), Symptoms.NONE);
        double millis = (System.nanoTime() - start) / 1e6;
        return new RecordResult(
                ecg.name(),
                ecg.recording().waveform().rate().hertz(),
                ecg.recording().waveform().length(),
                examination.reading(),
                beats(examination.ecg()),
                marks(examination.ecg()),
                episodes(examination.ecg()),
                leadReversal(examination),
                millis);
    }

    private static List<ClassedBeat> beats(EcgCase ecg) {
        return ecg.measured().beats().stream()
                .map(beat -> new ClassedBeat(beat.r(), beatClass(beat.kind())))
                .toList();
    }

    private static char beatClass(Beat.Kind kind) {
        return CLASSES.getOrDefault(kind.name(), 'Q');
    }

    private static Map<Lead, List<Map<Mark, Integer>>> marks(EcgCase ecg) {
        return Map.of();
    }

    private static List<Episode> episodes(EcgCase ecg) {
        return List.of();
    }

    private static Optional<String> leadReversal(Examination examination) {
        return examination
                .reading()
                .quality()
                .reversal()
                .map(reversal -> reversal.swap().name());
    }
}
