package org.ecgnet.protocol.device.ads129x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.protocol.device.BareAmplifiers.profile;
import static org.ecgnet.protocol.device.BareAmplifiers.read;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.RejectReason;
import org.junit.jupiter.api.Test;

class Ads129xCodecTest {

    private static final String CALM = "c00000" + "000001 000002 000003 ffffff 000005 000006 000007 800000";

    @Test
    void framesAreReadByteByByteOnceFourStatusWordsStandInARow() {
        List<DeviceEvent> events = read(eight(), CALM.repeat(4));

        DeviceEvent.Announced announced = (DeviceEvent.Announced) events.get(0);
        assertThat(announced.format().rate()).isEqualTo(new SampleRate(500));
        // 2.4 V / 6 / (2^23 - 1)
        assertThat(announced.format().scales().get(0).microvoltsPerCount()).isCloseTo(0.0476837, within(1e-7));
        assertThat(((Samples) events.get(1)).counts().get(0)).containsExactly(1, 2, 3, -1, 5, 6, 7, -0x80_0000);
        assertThat(events).hasSize(4); // the last frame waits for the one that follows it
    }

    @Test
    void eitherInputOfAChannelIsItsLeads() {
        // positive input of channel 1 (lead I) and negative input of channel 8 (V6)
        String off = "c01800" + CALM.substring(6);

        Samples samples = (Samples) read(eight(), off + CALM.repeat(3)).get(1);

        assertThat(samples.leadsOff())
                .containsExactlyInAnyOrder(Lead.I, Lead.V6, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF);
    }

    @Test
    void twoChannelsHaveTheirOwnStatusWord() {
        DeviceCodec codec = new Ads129xModel().codec(profile("ads129x-raw", 500, 12, 2.42, "-", "II"));
        String calm = "c00000 000001 000002";

        List<DeviceEvent> events = read(codec, "c20000 000001 000009" + calm.repeat(3));

        assertThat(((Samples) events.get(1)).counts().get(0)).containsExactly(9);
        assertThat(((Samples) events.get(1)).leadsOff()).contains(Lead.II);
        assertThat(((Samples) events.get(2)).leadsOff()).isEmpty();
    }

    @Test
    void aLostByteIsSeenAndLeavesAGap() {
        DeviceCodec codec = eight();
        int before = ((Samples) read(codec, CALM.repeat(4)).get(3)).sequence();

        List<DeviceEvent> events = read(codec, CALM.replace(" ", "").substring(2) + CALM.repeat(5));

        assertThat(events.get(0)).isEqualTo(new DeviceEvent.Rejected(RejectReason.NO_SYNC, 26));
        assertThat(((Samples) events.get(1)).sequence()).isGreaterThan(before + 1);
    }

    @Test
    void whatIsNotSetIsRefused() {
        assertThatThrownBy(() -> new Ads129xModel().codec(profile("ads129x-raw", 500, 6, 0, "I", "II")))
                .hasMessageStartingWith("reference-volts: not set");
        assertThatThrownBy(() -> new Ads129xModel().codec(profile("ads129x-raw", 500, 5, 2.4, "I", "II")))
                .hasMessageStartingWith("gain: 5.0 (expected for ads129x-raw: one of");
        assertThatThrownBy(() -> new Ads129xModel().codec(profile("ads129x-raw", 500, 6, 2.4, "I", "II", "V1")))
                .hasMessageStartingWith("leads: 3 channels");
    }

    private static DeviceCodec eight() {
        return new Ads129xModel()
                .codec(profile("ads129x-raw", 500, 6, 2.4, "I", "II", "V1", "V2", "V3", "V4", "V5", "V6"));
    }
}
