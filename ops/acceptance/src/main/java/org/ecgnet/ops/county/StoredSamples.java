package org.ecgnet.ops.county;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.ecgnet.ops.program.ProgramException;

/**
 * The samples that the hub's database holds of an exam, as the console's API gives them.
 *
 * @param counts by lead and sample
 */
public record StoredSamples(int[][] counts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAGIC = 0x31574345;

    /** Reads the body of {@code GET /api/exams/ID/waveform}. */
    public static StoredSamples read(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        if (body.length < 8 || in.getInt() != MAGIC) {
            throw new ProgramException("the hub's waveform does not begin with ECW1");
        }
        byte[] header = new byte[in.getInt()];
        in.get(header);
        in.position(8 + (header.length + 3) / 4 * 4);
        try {
            JsonNode said = JSON.readTree(header);
            int leads = said.path("leads").size();
            int samples = said.path("samples").asInt();
            boolean narrow = said.path("sample").asText().equals("int16");
            int[][] counts = new int[leads][samples];
            for (int[] lead : counts) {
                for (int n = 0; n < samples; n++) {
                    lead[n] = narrow ? in.getShort() : in.getInt();
                }
            }
            return new StoredSamples(counts);
        } catch (IOException e) {
            throw new ProgramException("the hub's waveform header is no JSON", e);
        }
    }

    /** Samples of each lead. */
    public int length() {
        return counts[0].length;
    }

    /** True when these are the stored samples, all and no more. */
    public boolean equalTo(int[][] samples) {
        return Arrays.deepEquals(counts, samples);
    }

    /**
     * Compares with what the unit sent: little-endian int32, sample after sample. The unit may have sent some more
     * before it heard the stop.
     *
     * @return the first difference in words; empty when every stored sample is the sent one
     */
    public Optional<String> differenceFrom(Path truth) {
        try {
            ByteBuffer sent = ByteBuffer.wrap(Files.readAllBytes(truth)).order(ByteOrder.LITTLE_ENDIAN);
            int available = sent.remaining() / Integer.BYTES / counts.length;
            if (available < length()) {
                return Optional.of("stored " + length() + " samples, the unit sent " + available);
            }
            for (int n = 0; n < length(); n++) {
                for (int lead = 0; lead < counts.length; lead++) {
                    int expected = sent.getInt();
                    if (counts[lead][n] != expected) {
                        return Optional.of(
                                "sample " + n + " of lead " + lead + ": " + counts[lead][n] + ", sent " + expected);
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new ProgramException("cannot read the truth " + truth, e);
        }
    }
}
