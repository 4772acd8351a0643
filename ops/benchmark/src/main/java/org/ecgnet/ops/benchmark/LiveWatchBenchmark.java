package org.ecgnet.ops.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.live.LiveWatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One second of one running 12-lead exam at 500 Hz. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 4, time = 4)
@Fork(1)
public class LiveWatchBenchmark {

    private static final int SECONDS = 60;
    private static final SampleRate RATE = new SampleRate(500);

    private final Waveform ecg =
            Hearts.recording(Scenario.NORMAL, 1, SECONDS, RATE).recording().waveform();
    private final int[][][] chunks = new int[SECONDS][][];
    private LiveWatch watch = new LiveWatch(RuleProfile.DEFAULT, RATE, ecg.leads(), ecg.scales());
    private int second;

    @Setup
    public void exam() {
        int[][] counts = ecg.counts();
        for (int s = 0; s < SECONDS; s++) {
            int from = s * RATE.hertz();
            chunks[s] = Arrays.stream(counts)
                    .map(lead -> Arrays.copyOfRange(lead, from, from + RATE.hertz()))
                    .toArray(int[][]::new);
        }
        watch = new LiveWatch(RuleProfile.DEFAULT, RATE, ecg.leads(), ecg.scales());
    }

    @Benchmark
    public List<Finding> second() {
        return watch.next(chunks[second++ % SECONDS], Set.of());
    }
}
