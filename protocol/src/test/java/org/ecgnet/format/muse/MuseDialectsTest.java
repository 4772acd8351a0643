package org.ecgnet.format.muse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.format.cart.Readings.refused;
import static org.ecgnet.format.cart.Readings.replaced;
import static org.ecgnet.format.cart.Readings.waveform;

import org.ecgnet.format.cart.HandMadeXml;
import org.ecgnet.format.cart.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuseDialectsTest {

    private static final byte[] FILE = HandMadeXml.muse("500");

    @ParameterizedTest
    @CsvSource({"4.88, microvolts", "4880, NANOVOLTS", "0.00488, mV", "4.88, uV"})
    void theUnitIsReadInCapitalsOrNot(String perBit, String unit) {
        byte[] file = replaced(FILE, ">4.88<", ">" + perBit + "<", "MICROVOLTS", unit);

        assertThat(waveform(file).scales().get(0).microvoltsPerCount()).isCloseTo(4.88, within(1e-9));
    }

    @Test
    void theExponentIsOfTheRate() {
        assertThat(waveform(replaced(HandMadeXml.muse("5"), "<SampleExponent>0<", "<SampleExponent>2<"))
                        .rate()
                        .hertz())
                .isEqualTo(500);
    }

    @Test
    void aLoneWaveformWithoutATypeIsARecordingOnlyWhenItIsLongerThanABeat() {
        byte[] lone = replaced(
                FILE,
                "<Waveform><WaveformType>Median</WaveformType></Waveform>",
                "",
                "<WaveformType>Rhythm</WaveformType>",
                "");

        refused(lone, Refusal.NO_WAVEFORM); // two seconds
        assertThat(waveform(replaced(lone, "<SampleBase>500<", "<SampleBase>200<"))
                        .length())
                .isEqualTo(1000);
    }

    @Test
    void leadsThatBeginApartAreRefused() {
        refused(
                replaced(
                        FILE,
                        "<LeadID>I<",
                        "<LeadOffsetFirstSample>0</LeadOffsetFirstSample><LeadID>I<",
                        "<LeadID>II<",
                        "<LeadOffsetFirstSample>1250</LeadOffsetFirstSample><LeadID>II<"),
                Refusal.NOT_SUPPORTED);
    }

    @Test
    void oneCharacterThatIsNoBase64IsDamageNotAShiftOfAllSamples() {
        refused(replaced(FILE, "zv/P/9D", "zv*P/9D"), Refusal.DAMAGED);
    }
}
