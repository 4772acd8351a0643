package org.ecgnet.edge.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/** Exams for tests: two leads at 100 Hz of seeded noise. */
public final class Exams {

    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    public static final String NAME = "Zhang Daniang 张大娘";
    public static final String IDENTITY = "110105194912310021";

    private static final int RATE = 100;

    private Exams() {}

    public static StoreSettings settings(Path folder, long limitBytes) {
        return new StoreSettings(folder, folder.resolve("store.key"), limitBytes, 0, Duration.ofDays(30));
    }

    public static ExamId id(Instant at, int n) {
        return ExamId.of(at, n, n);
    }

    public static ExamStarted started(ExamId examId, Instant at) {
        return new ExamStarted(
                examId,
                at,
                new UnitId("ecg-1"),
                "reference",
                "wang",
                new Patient(Optional.of(NAME), Optional.of(IDENTITY), Sex.FEMALE, OptionalInt.of(76)),
                Symptoms.NONE,
                new SampleRate(RATE),
                List.of(Lead.I, Lead.II),
                List.of(LeadScale.MICROVOLT, LeadScale.MICROVOLT),
                false);
    }

    public static WaveChunk chunk(ExamId examId, int seq) {
        Random random = new Random(examId.uuid().hashCode() + (long) seq);
        int[][] counts = new int[2][RATE];
        for (int[] lead : counts) {
            for (int n = 0; n < lead.length; n++) {
                lead[n] = random.nextInt(4000) - 2000;
            }
        }
        return new WaveChunk(
                examId,
                seq,
                (seq - 1) * RATE,
                RATE,
                Bytes.of(WaveformCodec.pack(WaveformMode.FAST, counts)),
                WaveformCodec.crc32c(counts),
                UnitMarks.NONE);
    }

    public static List<WaveChunk> chunks(ExamId examId, int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(seq -> chunk(examId, seq))
                .toList();
    }

    public static ExamEnded ended(ExamStarted started, int chunks) {
        return Reassembly.cutOff(started, chunks(started.examId(), chunks));
    }

    /** A whole exam with so many chunks. */
    public static ExamId put(ClinicStore store, Instant at, int n, int chunks) {
        ExamId examId = id(at, n);
        ExamStarted started = started(examId, at);
        store.spool().put(started, at);
        chunks(examId, chunks).forEach(chunk -> store.spool().put(chunk, at));
        store.spool().put(ended(started, chunks), at);
        return examId;
    }

    public static ReadingReady reading(ExamId examId, TriageLevel level) {
        return new ReadingReady(examId, level, false, List.of(), Optional.empty());
    }
}
