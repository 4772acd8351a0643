package org.ecgnet.ops.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.Measuring;
import org.ecgnet.triage.measure.QrsDetector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One 12-lead recording of 10 s at 500 Hz, as a whole and in its parts, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 4, time = 4)
@Fork(1)
public class ReadingBenchmark {

    private static final SampleRate RATE = new SampleRate(500);
    private static final Patient MAN_60 = Patient.of(Sex.MALE, 60);

    @Param({"NORMAL", "AF", "ANTERIOR_STEMI"})
    public Scenario scenario = Scenario.NORMAL;

    private final Triage triage = new Triage(RuleProfile.DEFAULT);
    private Recording recording = Hearts.recording(Scenario.NORMAL, 1, 1, RATE).recording();
    private LeadSignals signals = LeadSignals.of(recording.waveform());
    private LeadSignals independent = signals;

    @Setup
    public void heart() {
        recording = Hearts.recording(scenario, 1, 10, RATE).recording();
        signals = LeadSignals.of(recording.waveform()).withoutHum();
        independent = signals.independent();
    }

    /** From counts to findings. */
    @Benchmark
    public Reading reading() {
        return triage.read(recording, MAN_60, Symptoms.NONE);
    }

    /** All measurements, without quality, swaps and rules. */
    @Benchmark
    public MeasuredEcg measuring() {
        return Measuring.of(signals, List.of());
    }

    /** The search for QRS alone, on the eight independent leads. */
    @Benchmark
    public int[] qrs() {
        return QrsDetector.detect(independent);
    }
}
