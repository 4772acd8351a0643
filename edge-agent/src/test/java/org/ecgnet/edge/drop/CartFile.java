package org.ecgnet.edge.drop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;

/** A simulated heart in the form of MUSE XML. */
public final class CartFile {

    private CartFile() {}

    /** Ten seconds and a bit of eight leads at 500 Hz. */
    public static byte[] of(Scenario scenario, int seed) {
        HeartStream heart = Hearts.stream(scenario, seed, new SampleRate(500), Lead.INDEPENDENT_8);
        int samples = 5123;
        ByteBuffer[] leads = new ByteBuffer[8];
        for (int lead = 0; lead < leads.length; lead++) {
            leads[lead] = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        }
        for (int sample = 0; sample < samples; sample++) {
            int[] counts = heart.next().counts();
            for (int lead = 0; lead < leads.length; lead++) {
                leads[lead].putShort((short) Math.round(HeartStream.SCALE.microvolts(counts[lead]) / 5));
            }
        }
        StringBuilder file = new StringBuilder("<?xml version=\"1.0\"?><RestingECG><PatientDemographics>"
                + "<PatientID>ID-9</PatientID><PatientAge>70</PatientAge><AgeUnits>YEARS</AgeUnits><Gender>MALE</Gender>"
                + "</PatientDemographics><TestDemographics><AcquisitionDevice>MAC 55</AcquisitionDevice>"
                + "<AcquisitionTime>09:10:11</AcquisitionTime><AcquisitionDate>03-01-2026</AcquisitionDate>"
                + "</TestDemographics><Waveform><WaveformType>Rhythm</WaveformType><SampleBase>500</SampleBase>");
        List<Lead> names = Lead.INDEPENDENT_8;
        for (int lead = 0; lead < leads.length; lead++) {
            file.append("<LeadData><LeadAmplitudeUnitsPerBit>5</LeadAmplitudeUnitsPerBit>"
                            + "<LeadAmplitudeUnits>MICROVOLTS</LeadAmplitudeUnits><LeadID>")
                    .append(names.get(lead).label())
                    .append("</LeadID><WaveFormData>")
                    .append(Base64.getEncoder().encodeToString(leads[lead].array()))
                    .append("</WaveFormData></LeadData>");
        }
        return file.append("</Waveform></RestingECG>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
