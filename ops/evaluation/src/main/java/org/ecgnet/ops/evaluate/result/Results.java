package org.ecgnet.ops.evaluate.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ops.evaluate.record.EcgRecord;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Examination;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.episode.RhythmEpisodes;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.BeatFiducials;
import org.ecgnet.triage.measure.BeatWaves;

/** Reads records with one engine. */
public final class Results {

    /** From this length on a record has episodes in place of waves beat by beat. */
    private static final double LONG_SECONDS = 60;

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
        boolean lengthy = ecg.seconds() >= LONG_SECONDS;
        return new RecordResult(
                ecg.name(),
                ecg.recording().waveform().rate().hertz(),
                ecg.recording().waveform().length(),
                examination.reading(),
                beats(examination.ecg()),
                lengthy ? Map.of() : marks(examination.ecg()),
                lengthy ? episodes(ecg.recording()) : List.of(),
                examination.reading().quality().reversal().map(reversal -> reversal.swap()
                        .name()),
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
        Map<Lead, List<Map<Mark, Integer>>> leads = new EnumMap<>(Lead.class);
        BeatWaves.of(ecg.measured(), ecg.marks().paceSamples())
                .forEach((lead, beats) ->
                        leads.put(lead, beats.stream().map(Results::marks).toList()));
        return leads;
    }

    private static Map<Mark, Integer> marks(BeatFiducials beat) {
        Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
        put(marks, Mark.P_ON, beat.pOn());
        put(marks, Mark.P_PEAK, beat.pPeak());
        put(marks, Mark.P_OFF, beat.pOff());
        marks.put(Mark.QRS_ON, beat.qrsOn());
        marks.put(Mark.R, beat.r());
        marks.put(Mark.QRS_OFF, beat.qrsOff());
        put(marks, Mark.T_ON, beat.tOn());
        put(marks, Mark.T_PEAK, beat.tPeak());
        put(marks, Mark.T_OFF, beat.tOff());
        return marks;
    }

    private static void put(Map<Mark, Integer> marks, Mark mark, OptionalInt sample) {
        sample.ifPresent(at -> marks.put(mark, at));
    }

    private static List<Episode> episodes(Recording recording) {
        return RhythmEpisodes.of(recording).stream()
                .map(episode -> new Episode(episode.code().name(), episode.fromSample(), episode.toSample()))
                .toList();
    }
}
