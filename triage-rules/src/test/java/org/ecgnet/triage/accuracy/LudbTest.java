package org.ecgnet.triage.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.QrsDetector;
import org.junit.jupiter.api.Test;

/** QRS detection on LUDB (Kalyakulina 2020): the beats that most of the twelve leads have annotated. */
class LudbTest {

    private static final Path DATA = Path.of(System.getProperty("ecg.data", "absent"));
    private static final int MATCH_SAMPLES = 75;
    private static final int SAME_BEAT_SAMPLES = 60;
    private static final int QRS_NORMAL = 1;

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

    /** The normal-beat marks of one MIT annotation file: 16-bit words of code and time since the last. */
    private static List<Integer> qrs(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> marks = new ArrayList<>();
        int time = 0;
        while (in.remaining() >= 2) {
            int word = Short.toUnsignedInt(in.getShort());
            int code = word >> 10;
            if (word == 0) {
                break;
            }
            if (code < 50) {
                time += word & 1023;
                if (code == QRS_NORMAL) {
                    marks.add(time);
                }
            } else if (code == 59) {
                time += (in.getShort() << 16) | Short.toUnsignedInt(in.getShort());
            } else if (code == 63) {
                in.position(in.position() + (word & 1023) + (word & 1));
            }
        }
        return marks;
    }
}
