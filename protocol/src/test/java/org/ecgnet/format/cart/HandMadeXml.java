package org.ecgnet.format.cart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** XML files. */
public final class HandMadeXml {

    private static final int END_OF_CODES = 1023;

    private HandMadeXml() {}

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
                        .formatted(sampleBase, lead("I", HandMade.one(), "FALSE"), lead("II", HandMade.two(), "TRUE"));
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
                .formatted(counts.length, name, off, Base64.getMimeEncoder().encodeToString(HandMade.little(counts)));
    }

    public static byte[] cardioSoft() {
        String text =
                """
                <?xml version="1.0" encoding="ISO8859-1"?>
                <CardiologyXML><ObservationType>RestECG</ObservationType>
                <ObservationDateTime><Hour>9</Hour><Minute>10</Minute><Second>11</Second>
                <Day>22</Day><Month>11</Month><Year>2020</Year></ObservationDateTime>
                <DeviceInfo><Desc>CardioSoft</Desc></DeviceInfo>
                <PatientInfo><PID>ID-7</PID><Name><FamilyName>Li</FamilyName><GivenName>Hua</GivenName></Name>
                <Age units="Years">61</Age><Gender>FEMALE</Gender></PatientInfo>
                <StripData><NumberOfLeads>2</NumberOfLeads><SampleRate units="Hz">500</SampleRate>
                <Resolution units="uVperLsb">5</Resolution>
                <WaveformData lead="I">%s</WaveformData><WaveformData lead="ii">%s</WaveformData></StripData>
                <MedianSamples><WaveformData lead="I">1,2,3</WaveformData></MedianSamples></CardiologyXML>
                """
                        .formatted(commas(HandMade.one()), commas(HandMade.two()));
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String commas(int[] counts) {
        return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(",\n\t"));
    }

    /** Two leads as they are. */
    public static byte[] philips() {
        byte[] both = HandMadeDicom.joined(HandMade.little(HandMade.one()), HandMade.little(HandMade.two()));
        return philips("I II", "Uncompressed", both, HandMade.SAMPLES);
    }

    /** Two leads in XLI. */
    public static byte[] packedPhilips() {
        byte[] both = HandMadeDicom.joined(xli(HandMade.one()), xli(HandMade.two()));
        return philips("I II", "XLI", both, HandMade.SAMPLES);
    }

    /** @param labels between blanks */
    public static byte[] philips(String labels, String compression, byte[] data, int samples) {
        return philips(labels, compression, "Base64", Base64.getEncoder().encodeToString(data), samples);
    }

    public static byte[] philips(String labels, String compression, String encoding, String data, int samples) {
        String text =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <restingecgdata xmlns="http://www3.medical.philips.com">
                <documentinfo><documenttype>PhilipsECG</documenttype><documentversion>1.04</documentversion></documentinfo>
                <dataacquisition date="2020-11-22" time="09:10:11"><machine>PageWriter</machine>
                <signalcharacteristics><samplingrate>500</samplingrate><resolution>5</resolution>
                <bitspersample>16</bitspersample><signalsigned>True</signalsigned></signalcharacteristics></dataacquisition>
                <patient><generalpatientdata><patientid>ID-7</patientid><name><lastname>李</lastname>
                <firstname>华</firstname></name><age><years>61</years></age><sex>Female</sex></generalpatientdata></patient>
                <waveforms><parsedwaveforms numberofleads="%d" leadlabels="%s" compression="%s"
                dataencoding="%s" durationperchannel="%d">%s</parsedwaveforms></waveforms>
                </restingecgdata>
                """
                        .formatted(labels.split(" ", -1).length, labels, compression, encoding, samples * 2, data);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A block of XLI: what the prediction misses, upper bytes then lower ones, each byte the code of itself. */
    public static byte[] xli(int[] samples) {
        int[] missed = new int[samples.length + 1];
        for (int at = 2; at < samples.length; at++) {
            missed[at] = 2 * samples[at - 1] - samples[at - 2] - samples[at];
        }
        StringBuilder codes = new StringBuilder();
        for (int shift : new int[] {8, 0}) {
            for (int at = 0; at < samples.length; at++) {
                int number = at < 2 ? samples[at] : missed[at + 1] + 64;
                codes.append(code(number >> shift & 0xFF));
            }
        }
        byte[] packed = HandMadeScp.packed(codes.append(code(END_OF_CODES)));
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(packed.length).putShort((short) 1).putShort((short) missed[2]);
        return HandMadeDicom.joined(head.array(), packed);
    }

    private static String code(int value) {
        return HandMadeScp.bits(value, 10);
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
                        .formatted(
                                sequence("MDC_ECG_LEAD_I", HandMade.one()),
                                sequence("MDC_ECG_LEAD_II", HandMade.two())))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A lead of an aECG, from 0.01 mV in steps of 5 uV. */
    public static String sequence(String code, int[] counts) {
        String digits = Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        return "<component><sequence><code code=\"" + code + "\"/><value><origin value=\"0.01\" unit=\"mV\"/>"
                + "<scale value=\"5\" unit=\"uV\"/><digits>" + digits + "</digits></value></sequence></component>";
    }
}
