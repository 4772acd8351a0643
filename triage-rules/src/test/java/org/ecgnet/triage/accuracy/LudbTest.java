package org.ecgnet.triage.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ecgnet.ecg.Lead;
import org.ecgnet.format.wfdb.WfdbAnnotation;
import org.ecgnet.format.wfdb.WfdbAnnotations;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.QrsDetector;
import org.junit.jupiter.api.Test;

/** QRS detection on LUDB (Kalyakulina 2020): the beats that most of the twelve leads have annotated. */
class LudbTest {

    private static final Path DATA = Path.of(System.getProperty("ecg.data", "absent"));
    private static final int MATCH_SAMPLES = 75;
    private static final int SAME_BEAT_SAMPLES = 60;

    @Test
    void findsTheAnnotatedBeatsWithin150Milliseconds() throws IOException {
        assumeTrue(Files.isDirectory(DATA.resolve("ludb")), "no LUDB at -Decg.data=" + DATA);
        Records records = new Records(DATA);
        int hit = 0;
        int missed = 0;
        int extra = 0;
        for (String record : records.in("ludb")) {
            List<Integer> expected = annotated(record);
            int[] found = QrsDetector.detect(
                    LeadSignals.of(records.read(record).recording().waveform())
                            .withoutHum()
                            .independent());
            int first = expected.get(0) - MATCH_SAMPLES;
            int last = expected.get(expected.size() - 1) + MATCH_SAMPLES;
            int here = 0;
            int inside = 0;
            for (int r : found) {
                inside += r >= first && r <= last ? 1 : 0;
                here += expected.stream().anyMatch(e -> Math.abs(e - r) <= MATCH_SAMPLES) ? 1 : 0;
            }
            hit += Math.min(here, expected.size());
            missed += Math.max(0, expected.size() - here);
            extra += inside - here;
        }

        assertThat(hit).isGreaterThan(900);
        assertThat(2.0 * hit / (2.0 * hit + missed + extra)).isGreaterThanOrEqualTo(0.995);
    }

    /** Beats that at least half of the leads show, at the middle of the leads' marks. */
    private static List<Integer> annotated(String record) throws IOException {
        List<Integer> marks = new ArrayList<>();
        for (Lead lead : Lead.STANDARD_12) {
            marks.addAll(qrs(DATA.resolve(record + "." + lead.label().toLowerCase(Locale.ROOT))));
        }
        marks.sort(null);
        List<Integer> beats = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int mark : marks) {
            if (!group.isEmpty() && mark - group.get(group.size() - 1) > SAME_BEAT_SAMPLES) {
                addBeat(group, beats);
                group = new ArrayList<>();
            }
            group.add(mark);
        }
        addBeat(group, beats);
        return beats;
    }

    private static void addBeat(List<Integer> group, List<Integer> beats) {
        if (group.size() >= 6) {
            beats.add(group.get(group.size() / 2));
        }
    }

    private static List<Integer> qrs(Path file) throws IOException {
        return WfdbAnnotations.read(Files.readAllBytes(file)).stream()
                .filter(one -> one.symbol().equals("N"))
                .map(WfdbAnnotation::sample)
                .toList();
    }
}
