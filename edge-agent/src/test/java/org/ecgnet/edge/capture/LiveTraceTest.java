package org.ecgnet.edge.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.UnitFormat;
import org.junit.jupiter.api.Test;

class LiveTraceTest {

    private static final UnitFormat FORMAT = new UnitFormat(
            new SampleRate(500), List.of(Lead.I, Lead.II), List.of(new LeadScale(2.0, 100), new LeadScale(2.0, 100)));

    private final LiveTrace trace = new LiveTrace(FORMAT);

    private Optional<LiveFrame> play(int sequence, int samples, int spikeAt) {
        List<int[]> moments = new ArrayList<>();
        for (int n = 0; n < samples; n++) {
            moments.add(n == spikeAt ? new int[] {100, 1100} : new int[] {100, 100});
        }
        return trace.next(new Samples(moments, Set.of(), false, false, sequence, 64));
    }

    @Test
    void aSpikeOfOneSampleIsStillSeen() {
        for (int at = 0; at < 30; at++) {
            LiveFrame frame = play(at, 30, at).orElseThrow();

            assertThat(frame.microvolts()[1]).as("spike at %s", at).contains(2000);
        }
    }

    @Test
    void limbLeadsThatTheUnitDoesNotSendAreDerived() {
        LiveFrame frame = play(0, 30, 0).orElseThrow();

        assertThat(frame.leads()).containsExactly(Lead.I, Lead.II, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF);
        assertThat(frame.microvolts()[2]).contains(2000);
        assertThat(frame.microvolts()[3]).contains(-1000);
        assertThat(frame.microvolts()[5]).contains(2000);
        assertThat(frame.hertz()).isEqualTo(250);
    }

    @Test
    void lostFramesAreShownAsAGap() {
        assertThat(play(0, 30, 0).orElseThrow().gap()).isFalse();
        assertThat(play(5, 30, 0).orElseThrow().gap()).isTrue();
        assertThat(play(6, 30, 0).orElseThrow().gap()).isFalse();
    }
}
