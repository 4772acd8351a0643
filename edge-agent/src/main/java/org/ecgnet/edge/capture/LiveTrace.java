package org.ecgnet.edge.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.UnitFormat;

/**
 * Thins a unit's samples for the screen: of each few samples the one farthest from the last shown stays, so that no R
 * peak or pacing pulse is lost to the eye. Derives the limb leads that the unit does not send. For one thread.
 */
public final class LiveTrace {

    private static final int SHOWN_HERTZ = 250;
    private static final int FRAME_MILLIS = 50;

    private final UnitFormat format;
    private final List<Lead> leads;
    private final int step;
    private final int frameSamples;
    private final double[] shown;
    private final double[] farthest;
    private final List<int[]> moments = new ArrayList<>();
    private final Set<Lead> off = EnumSet.noneOf(Lead.class);
    private int inStep;
    private boolean gap;
    private OptionalInt nextSequence = OptionalInt.empty();

    public LiveTrace(UnitFormat format) {
        this.format = format;
        this.leads = leadsOf(format);
        this.step = Math.max(1, format.rate().hertz() / SHOWN_HERTZ);
        this.frameSamples = Math.max(1, hertz() * FRAME_MILLIS / 1000);
        this.shown = new double[leads.size()];
        this.farthest = new double[leads.size()];
    }

    private static List<Lead> leadsOf(UnitFormat format) {
        if (!format.leads().contains(Lead.I) || !format.leads().contains(Lead.II)) {
            return format.leads();
        }
        List<Lead> all = new ArrayList<>(Lead.STANDARD_12.stream()
                .filter(lead -> lead.derived() || format.leads().contains(lead))
                .toList());
        format.leads().stream().filter(lead -> !all.contains(lead)).forEach(all::add);
        return all;
    }

    private int hertz() {
        return format.rate().hertz() / step;
    }

    /** Takes samples; the next frame when it is full. */
    public Optional<LiveFrame> next(Samples samples) {
        if (nextSequence.isPresent() && nextSequence.getAsInt() != samples.sequence()) {
            gap = true;
        }
        nextSequence = OptionalInt.of((samples.sequence() + 1) % samples.sequenceModulus());
        off.addAll(samples.leadsOff());
        for (int[] counts : samples.counts()) {
            add(counts);
        }
        return moments.size() < frameSamples ? Optional.empty() : Optional.of(frame());
    }

    private void add(int[] counts) {
        for (int at = 0; at < shown.length; at++) {
            double microvolts = microvolts(leads.get(at), counts);
            if (inStep == 0 || Math.abs(microvolts - shown[at]) > Math.abs(farthest[at] - shown[at])) {
                farthest[at] = microvolts;
            }
        }
        if (++inStep == step) {
            inStep = 0;
            int[] moment = new int[shown.length];
            for (int at = 0; at < shown.length; at++) {
                shown[at] = farthest[at];
                moment[at] = (int) Math.round(farthest[at]);
            }
            moments.add(moment);
        }
    }

    private double microvolts(Lead lead, int[] counts) {
        int sent = format.leads().indexOf(lead);
        if (sent >= 0) {
            return format.scales().get(sent).microvolts(counts[sent]);
        }
        double one = microvolts(Lead.I, counts);
        double two = microvolts(Lead.II, counts);
        return switch (lead) {
            case III -> two - one;
            case AVR -> -(one + two) / 2;
            case AVL -> one - two / 2;
            default -> two - one / 2;
        };
    }

    private LiveFrame frame() {
        int[][] byLead = new int[leads.size()][moments.size()];
        Arrays.setAll(
                byLead, at -> moments.stream().mapToInt(moment -> moment[at]).toArray());
        LiveFrame frame = new LiveFrame(hertz(), leads, byLead, off, gap);
        moments.clear();
        off.clear();
        gap = false;
        return frame;
    }
}
