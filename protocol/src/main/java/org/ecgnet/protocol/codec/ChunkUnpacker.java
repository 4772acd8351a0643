package org.ecgnet.protocol.codec;

import java.util.EnumMap;
import java.util.Map;

/** Unpacks the chunks of one exam in their order, whatever forms they have. For one exam and one thread. */
public final class ChunkUnpacker {

    private final Map<WaveformMode, ModelledForm> forms = new EnumMap<>(WaveformMode.class);

    /**
     * Unpacks the next chunk. After a refusal, and after a chunk that never came, the chunks up to the next key chunk are
     * refused too.
     *
     * @param leads as its message says
     * @param samples of each lead, as its message says
     * @param crc32c what {@link WaveformCodec#crc32c} gave for the samples; a difference is refused
     */
    public Unpacked unpack(byte[] packed, int leads, int samples, int crc32c) {
        Unpacked unpacked = unpack(packed, leads, samples);
        if (unpacked instanceof Unpacked.Samples read && WaveformCodec.crc32c(read.counts()) != crc32c) {
            forms.values().forEach(ModelledForm::reset);
            return new Unpacked.Refused("CRC-32C of the samples differs: the chunk is damaged");
        }
        return unpacked;
    }

    Unpacked unpack(byte[] packed, int leads, int samples) {
        if (leads < 1 || leads > WaveformCodec.MAX_LEADS || samples < 0 || samples > WaveformCodec.MAX_SAMPLES) {
            return new Unpacked.Refused("leads: " + leads + ", samples: " + samples + " (expected: 1.."
                    + WaveformCodec.MAX_LEADS + " and 0.." + WaveformCodec.MAX_SAMPLES + ")");
        }
        if (packed.length == 0) {
            return new Unpacked.Refused("no bytes (expected: a form byte)");
        }
        return switch (packed[0]) {
            case PlainForm.FORM -> {
                forms.values().forEach(ModelledForm::reset);
                yield PlainForm.unpack(packed, leads, samples);
            }
            case ModelledForm.FAST ->
                forms.computeIfAbsent(WaveformMode.FAST, mode -> ModelledForm.fast())
                        .unpack(packed, leads, samples);
            case ModelledForm.DENSE ->
                forms.computeIfAbsent(WaveformMode.DENSE, mode -> ModelledForm.dense())
                        .unpack(packed, leads, samples);
            default -> new Unpacked.Refused("waveform form " + packed[0] + " (expected: 1 to 3)");
        };
    }
}
