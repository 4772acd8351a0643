package org.ecgnet.format.wfdb;

import java.util.Locale;
import java.util.OptionalInt;
import org.ecgnet.ecg.LeadScale;

/**
 * One signal line of a header.
 *
 * @param file that holds the samples, beside the header
 * @param format 16 or 212
 * @param byteOffset where the samples begin in the file
 * @param gain counts for one unit
 * @param baseline the count that stands for 0
 * @param unit mV, uV or V, in any case: some databases write mv
 * @param checksum sum of the samples modulo 65536
 * @param name as the header spells it
 */
public record SignalSpec(
        String file,
        int format,
        int byteOffset,
        double gain,
        int baseline,
        String unit,
        OptionalInt initialValue,
        OptionalInt checksum,
        String name) {

    /** @throws WfdbException for a unit that is no voltage */
    public LeadScale scale() {
        double microvoltsAUnit =
                switch (unit.toLowerCase(Locale.ROOT)) {
                    case "mv" -> 1000;
                    case "uv", "µv" -> 1;
                    case "v" -> 1_000_000;
                    default ->
                        throw new WfdbException(
                                "unit of signal '" + name + "': '" + unit + "' (expected: mV, uV or V)");
                };
        return new LeadScale(microvoltsAUnit / gain, baseline);
    }
}
