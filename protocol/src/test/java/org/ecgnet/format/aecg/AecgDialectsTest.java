package org.ecgnet.format.aecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecgnet.format.cart.Readings.counts;
import static org.ecgnet.format.cart.Readings.refused;
import static org.ecgnet.format.cart.Readings.replaced;
import static org.ecgnet.format.cart.Readings.taken;
import static org.ecgnet.format.cart.Readings.waveform;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.ecgnet.ecg.Lead;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.HandMade;
import org.ecgnet.format.cart.HandMadeXml;
import org.ecgnet.format.cart.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AecgDialectsTest {

    private static final byte[] FILE = HandMadeXml.aecg();
    private static final String TIME =
            "<component><sequence><code code=\"TIME_RELATIVE\"/><value><increment value=\"2\" unit=\"ms\"/></value></sequence>\n</component>";
    private static final String END = "</sequenceSet></component></series>";

    @Test
    void prefixesWrappersAndTypesDoNotMatter() {
        byte[] wrapped = replaced(
                FILE,
                "<AnnotatedECG xmlns=\"urn:hl7-org:v3\">",
                "<m:Envelope xmlns:m=\"urn:m\"><m:Body><AnnotatedECG xmlns=\"urn:hl7-org:v3\">",
                "</AnnotatedECG>",
                "</AnnotatedECG></m:Body></m:Envelope>",
                "<value><origin",
                "<value xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"SLIST_PQ\"><origin");
        assertThat(waveform(wrapped)).isEqualTo(waveform(FILE));

        byte[] prefixed =
                replaced(FILE, "<", "<a:", "<a:/", "</a:", "<a:AnnotatedECG xmlns=", "<a:AnnotatedECG xmlns:a=");
        assertThat(waveform(prefixed)).isEqualTo(waveform(FILE));
    }

    @Test
    void charactersThatNoDocumentMayHoldCostNothing() {
        byte[] file = replaced(FILE, "<given>Hua</given>", "<given>Hua&#x14;\u0001\u00C0</given>");

        assertThat(counts(file, Lead.I)).isEqualTo(HandMade.one());
        assertThat(taken(file).patient().name().orElseThrow()).startsWith("Li Hua");
    }

    @ParameterizedTest
    @CsvSource({"5, uV, 5", "5000, nV, 5", "0.005, mV, 5", "0.000005, V, 5"})
    void scaleInAnyUnitIsTheSizeOfACount(String value, String unit, double microvolts) {
        byte[] file = replaced(
                FILE, "<scale value=\"5\" unit=\"uV\"/>", "<scale value=\"" + value + "\" unit=\"" + unit + "\"/>");

        assertThat(waveform(file).scales().get(0).microvoltsPerCount()).isCloseTo(microvolts, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.002, s", "2, ms", "2000, us", "2000000, ns"})
    void theIncrementInAnyUnitIsTheRate(String value, String unit) {
        byte[] file = replaced(
                FILE,
                "<increment value=\"2\" unit=\"ms\"/>",
                "<increment value=\"" + value + "\" unit=\"" + unit + "\"/>");

        assertThat(waveform(file).rate().hertz()).isEqualTo(500);
    }

    @Test
    void numbersWithoutAUnitAreRefused() {
        refused(replaced(FILE, " unit=\"uV\"", ""), Refusal.NO_UNITS); // as SLIST_INT allows
        refused(replaced(FILE, "<scale value=\"5\" unit=\"uV\"/>", ""), Refusal.NO_UNITS);
        refused(replaced(FILE, "<increment value=\"2\" unit=\"ms\"/>", "<increment value=\"2\"/>"), Refusal.NO_UNITS);
    }

    @Test
    void aDerivedBeatIsNoRecording() {
        String beat = "<derivation><derivedSeries><code code=\"REPRESENTATIVE_BEAT\"/></derivedSeries></derivation>";

        assertThat(waveform(replaced(FILE, "</series>", beat + "</series>"))).isEqualTo(waveform(FILE));
        refused(replaced(FILE, "\"RHYTHM\"", "\"REPRESENTATIVE_BEAT\""), Refusal.NO_WAVEFORM);
    }

    @Test
    void leadsInSetsOfTheirOwnBelongTogetherWhereTheyBeginTogether() {
        byte[] file = more(TIME + HandMadeXml.sequence("MDC_ECG_LEAD_V1", HandMade.two()));

        assertThat(waveform(file).leads()).containsExactly(Lead.I, Lead.II, Lead.V1);
    }

    @Test
    void leadsThatBeginLaterAreNotLaidBesideTheOthers() {
        String later = TIME.replace("<increment", "<head value=\"2.5\" unit=\"s\"/><increment");

        assertThat(waveform(more(later + HandMadeXml.sequence("MDC_ECG_LEAD_V1", HandMade.two())))
                        .leads())
                .containsExactly(Lead.I, Lead.II);
    }

    private static byte[] more(String components) {
        return replaced(FILE, END, "</sequenceSet></component><component><sequenceSet>" + components + END);
    }

    @Test
    void leadsOfDifferentLengthInOneSetAreRefused() {
        String shorter = HandMadeXml.sequence("MDC_ECG_LEAD_V1", Arrays.copyOf(HandMade.two(), 900));

        refused(replaced(FILE, END, shorter + END), Refusal.NOT_SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "20201122091011.123+0800, +08:00",
        "202011220910-0330, -03:30",
        "20201122091011+08, +08:00",
        "20201122091011, ''"
    })
    void timesHaveAnOffsetOrNone(String stamp, String offset) {
        CartTime time = Hl7Time.of(stamp).orElseThrow();

        assertThat(time.local().withSecond(11).withNano(0)).isEqualTo(LocalDateTime.parse("2020-11-22T09:10:11"));
        assertThat(time.offset().map(ZoneOffset::getId).orElse("")).isEqualTo(offset);
    }
}
