package org.ecgnet.format.cart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Small files of every format, each made by hand from its standard. Two leads of {@link #one} and {@link #two}. */
public final class HandMade {

    /** Samples of each lead. */
    public static final int SAMPLES = 1000;

    private HandMade() {}

    /** Lead I: a slow ramp with an edge. */
    public static int[] one() {
        int[] counts = new int[SAMPLES];
        for (int at = 0; at < SAMPLES; at++) {
            counts[at] = at % 100 - 50 + (at % 100 == 30 ? 400 : 0);
        }
        return counts;
    }

    /** Lead II. */
    public static int[] two() {
        int[] counts = new int[SAMPLES];
        for (int at = 0; at < SAMPLES; at++) {
            counts[at] = (at * 7 % 13 - 6) * (at % 50 == 9 ? 40 : 1);
        }
        return counts;
    }

    /** All formats by name. */
    public static List<byte[]> all() {
        return List.of(
                scp(false),
                scp(true),
                aecg(),
                dicom(true),
                dicom(false),
                philips(),
                muse("500"),
                edf("EDF+C", "uV", "-3276.8", "3276.7"),
                edf("EDF+D", "mV", "3.2767", "-3.2768"));
    }

    private static byte[] little(int[] counts) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int count : counts) {
            bytes.putShort((short) count);
        }
        return bytes.array();
    }

    // XML

    public static byte[] muse(String sampleBase) {
        String text =
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!DOCTYPE RestingECG SYSTEM "restecg.dtd">
                <RestingECG>
                <PatientDemographics><PatientID>ID-7</PatientID><PatientAge>61</PatientAge><AgeUnits>YEARS</AgeUnits>
                <DateofBirth>05-08-1953</DateofBirth><Gender>FEMALE</Gender>
                <PatientLastName>Li</PatientLastName><PatientFirstName>Hua</PatientFirstName></PatientDemographics>
                <TestDemographics><AcquisitionDevice>MAC55</AcquisitionDevice>
                <AcquisitionTime>09:10:11</AcquisitionTime><AcquisitionDate>11-22-2020</AcquisitionDate></TestDemographics>
                <Waveform><WaveformType>Median</WaveformType></Waveform>
                <Waveform><WaveformType>Rhythm</WaveformType><SampleBase>%s</SampleBase>
                <SampleExponent>0</SampleExponent>%s%s</Waveform>
                </RestingECG>
                """
                        .formatted(sampleBase, lead("I", one(), "FALSE"), lead("II", two(), "TRUE"));
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String lead(String name, int[] counts, String off) {
        return """
                <LeadData><LeadSampleCountTotal>%d</LeadSampleCountTotal>
                <LeadAmplitudeUnitsPerBit>4.88</LeadAmplitudeUnitsPerBit><LeadAmplitudeUnits>MICROVOLTS</LeadAmplitudeUnits>
                <LeadID>%s</LeadID><LeadSampleSize>2</LeadSampleSize><LeadOff>%s</LeadOff>
                <WaveFormData>
                %s
                </WaveFormData></LeadData>
                """
                .formatted(counts.length, name, off, Base64.getMimeEncoder().encodeToString(little(counts)));
    }

    public static byte[] philips() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(little(one()));
        all.writeBytes(little(two()));
        String text =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <restingecgdata xmlns="http://www3.medical.philips.com">
                <dataacquisition date="2020-11-22" time="09:10:11"><machine>PageWriter</machine>
                <signalcharacteristics><samplingrate>500</samplingrate><resolution>5</resolution>
                <bitspersample>16</bitspersample><signalsigned>True</signalsigned></signalcharacteristics></dataacquisition>
                <patient><generalpatientdata><patientid>ID-7</patientid><name><lastname>李</lastname>
                <firstname>华</firstname></name><age><years>61</years></age><sex>Female</sex></generalpatientdata></patient>
                <waveforms><parsedwaveforms numberofleads="2" leadlabels="I II" compression="Uncompressed"
                dataencoding="Base64" durationperchannel="2000">%s</parsedwaveforms></waveforms>
                </restingecgdata>
                """
                        .formatted(Base64.getEncoder().encodeToString(all.toByteArray()));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] aecg() {
        return ("""
                <AnnotatedECG xmlns="urn:hl7-org:v3"><effectiveTime><low value="20201122091011+0800"/></effectiveTime>
                <trialSubject><id root="1.2" extension="ID-7"/><subjectDemographicPerson><name><family>Li</family>
                <given>Hua</given></name><administrativeGenderCode code="F"/><birthTime value="19530508"/>
                </subjectDemographicPerson></trialSubject>
                <component><series><code code="RHYTHM"/><component><sequenceSet>
                <component><sequence><code code="TIME_RELATIVE"/><value><increment value="2" unit="ms"/></value></sequence>
                </component>%s%s</sequenceSet></component></series></component></AnnotatedECG>
                """
                        .formatted(sequence("MDC_ECG_LEAD_I", one()), sequence("MDC_ECG_LEAD_II", two())))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sequence(String code, int[] counts) {
        StringBuilder digits = new StringBuilder();
        for (int count : counts) {
            digits.append(count).append(' ');
        }
        return "<component><sequence><code code=\"" + code + "\"/><value><origin value=\"0.01\" unit=\"mV\"/>"
                + "<scale value=\"5\" unit=\"uV\"/><digits>" + digits + "</digits></value></sequence></component>";
    }

    // EDF

    /** In records of a second; of a discontinuous file the second record begins three seconds late. */
    public static byte[] edf(String kind, String unit, String lowest, String highest) {
        String[] labels = {"ECG I", "EKG II", "EDF Annotations"};
        StringBuilder head = new StringBuilder();
        pad(head, "0", 8);
        pad(head, "ID-7 F 08-MAY-1953 Li_Hua", 80);
        pad(head, "Startdate 22-NOV-2020 X Wang_Fang CartX", 80);
        pad(head, "22.11.20", 8);
        pad(head, "09.10.11", 8);
        pad(head, String.valueOf(256 + 3 * 256), 8);
        pad(head, kind, 44);
        pad(head, "2", 8);
        pad(head, "1", 8);
        pad(head, "3", 4);
        each(head, 16, labels);
        each(head, 80, "", "", "");
        each(head, 8, unit, unit, "");
        each(head, 8, lowest, lowest, "-1");
        each(head, 8, highest, highest, "1");
        each(head, 8, "-32768", "-32768", "-32768");
        each(head, 8, "32767", "32767", "32767");
        each(head, 80, "", "", "");
        each(head, 8, "500", "500", "10");
        each(head, 32, "", "", "");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        for (int record = 0; record < 2; record++) {
            file.writeBytes(java.util.Arrays.copyOfRange(little(one()), 1000 * record, 1000 * (record + 1)));
            file.writeBytes(java.util.Arrays.copyOfRange(little(two()), 1000 * record, 1000 * (record + 1)));
            int onset = record == 0 ? 0 : kind.equals("EDF+D") ? 4 : 1;
            file.writeBytes(
                    java.util.Arrays.copyOf(("+" + onset + "\u0014\u0014").getBytes(StandardCharsets.ISO_8859_1), 20));
        }
        return file.toByteArray();
    }

    private static void each(StringBuilder head, int length, String... texts) {
        for (String text : texts) {
            pad(head, text, length);
        }
    }

    private static void pad(StringBuilder head, String text, int length) {
        head.append(text).append(" ".repeat(length - text.length()));
    }

    // DICOM

    /** Explicit with sequences of undefined length, or implicit with stated lengths. */
    public static byte[] dicom(boolean explicit) {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        meta.writeBytes(element(true, 0x0002_0010, "UI", explicit ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(element(
                true,
                0x0002_0000,
                "UL",
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(meta.size())
                        .array()));
        file.writeBytes(meta.toByteArray());
        file.writeBytes(element(explicit, 0x0008_002A, "DT", "20201122091011.000+0800"));
        file.writeBytes(element(explicit, 0x0008_1090, "LO", "CartX"));
        file.writeBytes(element(explicit, 0x0010_0010, "PN", "李^华".getBytes(Charset.forName("GB18030"))));
        file.writeBytes(element(explicit, 0x0010_0020, "LO", "ID-7"));
        file.writeBytes(element(explicit, 0x0010_0030, "DA", "19530508"));
        file.writeBytes(element(explicit, 0x0010_0040, "CS", "F"));
        file.writeBytes(sequence(explicit, 0x5400_0100, group(explicit)));
        return file.toByteArray();
    }

    private static byte[] group(boolean explicit) {
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        item.writeBytes(element(explicit, 0x003A_0004, "CS", "ORIGINAL"));
        item.writeBytes(element(explicit, 0x003A_0005, "US", little(new int[] {2})));
        item.writeBytes(element(explicit, 0x003A_0010, "UL", little(new int[] {SAMPLES, 0})));
        item.writeBytes(element(explicit, 0x003A_001A, "DS", "500"));
        item.writeBytes(sequence(
                explicit,
                0x003A_0200,
                channel(explicit, "MDC", "2:1", "nothing"),
                channel(explicit, "XYZ", "77", "Lead II")));
        item.writeBytes(element(explicit, 0x5400_1004, "US", little(new int[] {16})));
        item.writeBytes(element(explicit, 0x5400_1006, "CS", "SS"));
        int[] both = new int[2 * SAMPLES];
        for (int at = 0; at < SAMPLES; at++) {
            both[2 * at] = one()[at];
            both[2 * at + 1] = two()[at];
        }
        item.writeBytes(element(explicit, 0x5400_1010, "OW", little(both)));
        return item.toByteArray();
    }

    private static byte[] channel(boolean explicit, String scheme, String code, String meaning) {
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        source.writeBytes(element(explicit, 0x0008_0100, "SH", code));
        source.writeBytes(element(explicit, 0x0008_0102, "SH", scheme));
        source.writeBytes(element(explicit, 0x0008_0104, "LO", meaning));
        item.writeBytes(sequence(explicit, 0x003A_0208, source.toByteArray()));
        item.writeBytes(element(explicit, 0x003A_0210, "DS", "0.0025"));
        item.writeBytes(sequence(explicit, 0x003A_0211, element(explicit, 0x0008_0100, "SH", "mV")));
        item.writeBytes(element(explicit, 0x003A_0212, "DS", "2"));
        item.writeBytes(element(explicit, 0x003A_0213, "DS", "0.05"));
        return item.toByteArray();
    }

    private static byte[] sequence(boolean explicit, int tag, byte[]... items) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] item : items) {
            body.writeBytes(head(0xFFFE_E000, explicit ? -1 : item.length));
            body.writeBytes(item);
            if (explicit) {
                body.writeBytes(head(0xFFFE_E00D, 0));
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (explicit) {
            body.writeBytes(head(0xFFFE_E0DD, 0));
            byte[] head = head(tag, 0);
            all.write(head, 0, 4);
            all.writeBytes(new byte[] {'S', 'Q', 0, 0, -1, -1, -1, -1});
        } else {
            all.writeBytes(head(tag, body.size()));
        }
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private static byte[] head(int tag, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >> 16))
                .putShort((short) tag)
                .putInt(length)
                .array();
    }

    private static byte[] element(boolean explicit, int tag, String form, String text) {
        return element(explicit, tag, form, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] element(boolean explicit, int tag, String form, byte[] value) {
        byte[] even = java.util.Arrays.copyOf(value, value.length + value.length % 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] head = head(tag, even.length);
        if (!explicit) {
            out.writeBytes(head);
        } else {
            out.write(head, 0, 4);
            out.writeBytes(form.getBytes(StandardCharsets.US_ASCII));
            if (form.equals("OW")) {
                out.writeBytes(new byte[2]);
                out.write(head, 4, 4);
            } else {
                out.write(head, 4, 2);
            }
        }
        out.writeBytes(even);
        return out.toByteArray();
    }

    // SCP-ECG

    /** Second differences by the standard's table; or, with a reference beat taken off, first ones by a table of its own. */
    public static byte[] scp(boolean beat) {
        List<byte[]> sections = new ArrayList<>();
        sections.add(new byte[0]);
        sections.add(tags());
        sections.add(beat ? ownTable() : little(new int[] {19_999}));
        sections.add(leads(beat));
        sections.add(beat ? beats() : new byte[0]);
        sections.add(beat ? signals(1, List.of(beatOf(1), beatOf(2)), true) : new byte[0]);
        List<int[]> rows = List.of(one(), two());
        sections.add(beat ? signals(1, List.of(without(one(), 1), without(two(), 2)), true) : signals(2, rows, false));
        return file(sections);
    }

    private static final int BEAT = 100;

    private static int[] beatOf(int lead) {
        int[] beat = new int[BEAT];
        for (int at = 0; at < BEAT; at++) {
            beat[at] = (at % 11) * lead;
        }
        return beat;
    }

    /** Taken off at samples 101 to 200 and 601 to 700, its fiducial point being its 41st sample. */
    private static int[] without(int[] counts, int lead) {
        for (int from : new int[] {100, 600}) {
            for (int at = 0; at < BEAT; at++) {
                counts[from + at] -= beatOf(lead)[at];
            }
        }
        return counts;
    }

    private static byte[] beats() {
        ByteBuffer out = ByteBuffer.allocate(6 + 3 * 14).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 200).putShort((short) 41).putShort((short) 3);
        out.putShort((short) 0).putInt(101).putInt(141).putInt(200);
        out.putShort((short) 1).putInt(301).putInt(341).putInt(400); // of another kind: nothing was taken off
        out.putShort((short) 0).putInt(601).putInt(641).putInt(700);
        return out.array();
    }

    private static byte[] tags() {
        ByteBuffer out = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        tag(out, 0, "李".getBytes(StandardCharsets.UTF_8));
        tag(out, 1, "华".getBytes(StandardCharsets.UTF_8));
        tag(out, 2, "ID-7\0".getBytes(StandardCharsets.US_ASCII));
        tag(out, 5, new byte[] {(byte) 0xA1, 7, 5, 8});
        tag(out, 8, new byte[] {2});
        tag(out, 14, java.util.Arrays.copyOf("\0\0\0\0\0\0\0\0CartX\0".getBytes(StandardCharsets.US_ASCII), 40));
        tag(out, 25, new byte[] {(byte) 0xE4, 7, 11, 22});
        tag(out, 26, new byte[] {9, 10, 11});
        tag(out, 34, new byte[] {(byte) 0xE0, 1, 0, 0});
        tag(out, 255, new byte[0]);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static void tag(ByteBuffer out, int tag, byte[] value) {
        out.put((byte) tag).putShort((short) value.length).put(value);
    }

    private static byte[] leads(boolean beat) {
        ByteBuffer out = ByteBuffer.allocate(2 + 2 * 9).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 2).put((byte) (4 | 2 << 3 | (beat ? 1 : 0)));
        out.putInt(1).putInt(SAMPLES).put((byte) 1);
        out.putInt(1).putInt(SAMPLES).put((byte) 2);
        return out.array();
    }

    /** One table of two codes: 0 is 0, 1 and sixteen bits are any number. */
    private static byte[] ownTable() {
        ByteBuffer out = ByteBuffer.allocate(4 + 2 * 9).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 1).putShort((short) 2);
        out.put((byte) 1).put((byte) 1).put((byte) 1).putShort((short) 0).putInt(0);
        out.put((byte) 1).put((byte) 17).put((byte) 1).putShort((short) 0).putInt(1);
        return out.array();
    }

    private static byte[] signals(int differences, List<int[]> rows, boolean ownTable) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int[] lengths = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            int[] numbers = differenced(rows.get(row), differences);
            StringBuilder bits = new StringBuilder();
            for (int number : numbers) {
                bits.append(ownTable ? own(number) : standard(number));
            }
            byte[] packed = packed(bits);
            lengths[row] = packed.length;
            data.writeBytes(packed);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(new int[] {5000, 2000, differences}));
        out.writeBytes(little(lengths));
        out.writeBytes(data.toByteArray());
        return out.toByteArray();
    }

    private static int[] differenced(int[] counts, int times) {
        int[] numbers = counts.clone();
        for (int at = counts.length - 1; at >= times; at--) {
            numbers[at] = times == 1 ? counts[at] - counts[at - 1] : counts[at] - 2 * counts[at - 1] + counts[at - 2];
        }
        return numbers;
    }

    private static String own(int number) {
        return number == 0 ? "0" : "1" + bits(number, 16);
    }

    private static String standard(int number) {
        int size = Math.abs(number);
        if (size == 0) {
            return "0";
        } else if (size <= 8) {
            return "1".repeat(size) + "0" + (number > 0 ? "0" : "1");
        }
        return number >= -128 && number < 128 ? "1111111110" + bits(number, 8) : "1111111111" + bits(number, 16);
    }

    private static String bits(int number, int count) {
        String all = String.format(Locale.ROOT, "%32s", Integer.toBinaryString(number))
                .replace(' ', '0');
        return all.substring(32 - count);
    }

    private static byte[] packed(StringBuilder bits) {
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int at = 0; at < bits.length(); at++) {
            bytes[at / 8] |= (byte) (bits.charAt(at) == '1' ? 0x80 >> at % 8 : 0);
        }
        return bytes;
    }

    private static byte[] file(List<byte[]> sections) {
        int pointers = 16 + 10 * 12;
        int size = 6
                + pointers
                + sections.stream()
                        .mapToInt(body -> body.length == 0 ? 0 : 16 + body.length)
                        .sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putInt(size);
        section(out, 0, pointers);
        out.position(16).put("SCPECG".getBytes(StandardCharsets.US_ASCII)).position(22);
        int place = 6 + pointers;
        for (int number = 0; number < 12; number++) {
            byte[] body = number < sections.size() ? sections.get(number) : new byte[0];
            int length = number == 0 ? pointers : body.length == 0 ? 0 : 16 + body.length;
            out.putShort((short) number).putInt(length).putInt(number == 0 ? 7 : length == 0 ? 0 : place + 1);
            place += number == 0 ? 0 : length;
        }
        for (int number = 1; number < sections.size(); number++) {
            if (sections.get(number).length > 0) {
                section(out, number, 16 + sections.get(number).length);
                out.put(sections.get(number));
            }
        }
        byte[] file = out.array();
        int crc = crc(file);
        file[0] = (byte) crc;
        file[1] = (byte) (crc >> 8);
        return file;
    }

    private static void section(ByteBuffer out, int number, int length) {
        out.putShort((short) 0)
                .putShort((short) number)
                .putInt(length)
                .put((byte) 20)
                .put((byte) 20)
                .put(new byte[6]);
    }

    private static int crc(byte[] file) {
        int crc = 0xFFFF;
        for (int at = 2; at < file.length; at++) {
            crc ^= (file[at] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 & 0xFFFF : (crc << 1 ^ 0x1021) & 0xFFFF;
            }
        }
        return crc;
    }
}
