package org.ecgnet.hub.console.exam;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;

/**
 * Samples for the browser, as the unit sent them: {@code "ECW1"}, the header's length (uint32), the header (JSON,
 * UTF-8, filled up with zeros to a multiple of 4), then the samples, lead after lead, int16 when all fit and int32
 * otherwise. All little-endian. The header says the rate, what a count of each lead means, and the unit's marks; the
 * browser computes the leads that were not recorded.
 */
public final class WaveformBody {

    private static final byte[] MAGIC = "ECW1".getBytes(StandardCharsets.US_ASCII);

    private WaveformBody() {}

    /**
     * @param first index of the first sample in the recording
     * @param marks sample numbers count from the first sample of {@code waveform}
     */
    public static Buffer of(Waveform waveform, int first, UnitMarks marks) {
        int[][] counts = waveform.counts();
        boolean narrow = IntStream.range(0, counts.length)
                .flatMap(lead -> IntStream.of(counts[lead]))
                .allMatch(count -> count == (short) count);
        JsonObject header = header(waveform.rate(), waveform.leads(), waveform.scales(), waveform.length(), narrow)
                .put("first", first)
                .put("leadsOff", off(marks.leadsOff()))
                .put("pace", new JsonArray(marks.paceSamples()))
                .put("button", new JsonArray(marks.buttonSamples()))
                .put("gaps", new JsonArray(marks.gaps()));
        return body(header, counts, narrow ? Short.BYTES : Integer.BYTES);
    }

    /** An exam of which no sample has come. */
    public static Buffer empty(SampleRate rate, List<Lead> leads, List<LeadScale> scales) {
        return body(header(rate, leads, scales, 0, true).put("first", 0), new int[leads.size()][0], Short.BYTES);
    }

    private static JsonObject header(
            SampleRate rate, List<Lead> leads, List<LeadScale> scales, int samples, boolean narrow) {
        var list = new JsonArray();
        for (int lead = 0; lead < leads.size(); lead++) {
            list.add(new JsonObject()
                    .put("lead", leads.get(lead).label())
                    .put("microvoltsPerCount", scales.get(lead).microvoltsPerCount())
                    .put("baselineCounts", scales.get(lead).baselineCounts()));
        }
        return new JsonObject()
                .put("rate", rate.hertz())
                .put("samples", samples)
                .put("sample", narrow ? "int16" : "int32")
                .put("leads", list);
    }

    private static JsonArray off(List<LeadOff> stretches) {
        var list = new JsonArray();
        stretches.forEach(off -> list.add(new JsonObject()
                .put("lead", off.lead().label())
                .put("from", off.from())
                .put("to", off.to())));
        return list;
    }

    private static Buffer body(JsonObject header, int[][] counts, int width) {
        byte[] json = header.encode().getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 3) / 4 * 4;
        int samples = counts[0].length;
        ByteBuffer bytes = ByteBuffer.allocate(8 + padded + counts.length * samples * width)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putInt(json.length)
                .put(json)
                .position(8 + padded);
        for (int[] lead : counts) {
            for (int count : lead) {
                if (width == Short.BYTES) {
                    bytes.putShort((short) count);
                } else {
                    bytes.putInt(count);
                }
            }
        }
        return Buffer.buffer(bytes.array());
    }
}
