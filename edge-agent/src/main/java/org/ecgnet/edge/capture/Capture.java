package org.ecgnet.edge.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;

/**
 * Turns one unit's events into the messages of exams, one exam at a time. For one thread.
 *
 * <p>A recording is asked for by {@link #begin}, begins with the first sample, and ends at its length, on
 * {@link #stop}, when the unit says that it streams no more, or when the unit is lost or silent.
 */
public final class Capture {

    private final CaptureSettings settings;
    private String model;
    private Optional<UnitFormat> format = Optional.empty();
    private Phase phase = new Idle();

    public Capture(CaptureSettings settings) {
        this.settings = settings;
        this.model = settings.profile().model();
    }

    /** From now on samples come from such a unit. */
    public void from(UnitProfile profile) {
        model = profile.model();
    }

    private sealed interface Phase {}

    private record Idle() implements Phase {}

    private record Asked(ExamOrder order, Instant since) implements Phase {}

    private record Running(Take take) implements Phase {}

    /** What the unit's samples mean; empty until it said so. */
    public Optional<UnitFormat> format() {
        return format;
    }

    /** True while no recording is asked for or running. */
    public boolean idle() {
        return phase instanceof Idle;
    }

    /** The exam that is asked for or running. */
    public Optional<ExamId> current() {
        return phase instanceof Asked asked
                ? Optional.of(asked.order().examId())
                : phase instanceof Running running
                        ? Optional.of(running.take().order().examId())
                        : Optional.empty();
    }

    /** Samples of the running recording; 0 when none runs. */
    public int samples() {
        return phase instanceof Running running ? running.take().samples() : 0;
    }

    /** From now on samples belong to this exam. @throws IllegalStateException while another is running */
    public void begin(ExamOrder order, Instant now) {
        if (!idle()) {
            throw new IllegalStateException("a recording is running (expected: none)");
        }
        phase = new Asked(order, now);
    }

    /** Takes the unit's next event. */
    public List<Captured> on(DeviceEvent event, Instant now) {
        if (event instanceof DeviceEvent.Announced announced) {
            return announced(announced.format(), now);
        }
        if (event instanceof DeviceEvent.Samples samples) {
            return samples(samples, now);
        }
        if (event instanceof DeviceEvent.Status status && !status.streaming() && phase instanceof Running running) {
            return end(running.take(), EndReason.COMPLETE, now); // all that the unit had is the recording
        }
        return List.of();
    }

    /** A unit that means something else by its samples from now on cannot go on with a running recording. */
    private List<Captured> announced(UnitFormat announced, Instant now) {
        boolean changed = format.isPresent() && !format.get().equals(announced);
        List<Captured> ended =
                changed && phase instanceof Running running ? end(running.take(), EndReason.UNIT_LOST, now) : List.of();
        format = Optional.of(announced);
        return ended;
    }

    private List<Captured> samples(DeviceEvent.Samples samples, Instant now) {
        if (phase instanceof Idle || format.isEmpty() || samples.counts().isEmpty()) {
            return List.of();
        }
        List<Captured> made = new ArrayList<>();
        if (phase instanceof Asked asked) {
            Take take = first(asked.order(), format.get(), samples.counts().size(), now, made);
            phase = new Running(take);
        }
        if (phase instanceof Running running) {
            Take take = running.take();
            made.addAll(take.add(samples, now));
            if (take.complete()) {
                made.addAll(end(take, EndReason.COMPLETE, now));
            }
        }
        return made;
    }

    /** The frame arrives after its last sample, so the first one is that much older. */
    private Take first(ExamOrder order, UnitFormat unit, int moments, Instant now, List<Captured> made) {
        ExamStarted started = new ExamStarted(
                order.examId(),
                now.minus(unit.rate().lasting(moments)),
                settings.unit(),
                model,
                order.operator(),
                order.patient(),
                order.symptoms(),
                unit.rate(),
                unit.leads(),
                unit.scales(),
                order.drill(),
                order.bedside());
        made.add(new Captured.Began(started));
        return new Take(order, started, unit, now);
    }

    /** The clinic ends it. */
    public List<Captured> stop(Instant now) {
        return over(EndReason.STOPPED, Captured.WhyNot.STOPPED, now);
    }

    /** The line is gone: what was recorded is kept, and said to be cut short. */
    public List<Captured> unitLost(Instant now) {
        format = Optional.empty();
        return over(EndReason.UNIT_LOST, Captured.WhyNot.UNIT_LOST, now);
    }

    /** To be called about every second: notices silence. */
    public List<Captured> tick(Instant now) {
        if (phase instanceof Asked asked
                && asked.since().plus(settings.firstSampleWithin()).isBefore(now)) {
            return over(EndReason.UNIT_LOST, Captured.WhyNot.NO_SAMPLES, now);
        }
        if (phase instanceof Running running
                && running.take().lastSampleAt().plus(settings.silenceEnds()).isBefore(now)) {
            return end(running.take(), EndReason.UNIT_LOST, now);
        }
        return List.of();
    }

    private List<Captured> over(EndReason reason, Captured.WhyNot why, Instant now) {
        if (phase instanceof Running running) {
            return end(running.take(), reason, now);
        }
        if (phase instanceof Asked asked) {
            phase = new Idle();
            return List.of(new Captured.NeverBegan(asked.order().examId(), why));
        }
        return List.of();
    }

    private List<Captured> end(Take take, EndReason reason, Instant now) {
        phase = new Idle();
        List<Captured> made = new ArrayList<>();
        take.rest().ifPresent(made::add);
        made.add(take.end(reason, now));
        return made;
    }
}
