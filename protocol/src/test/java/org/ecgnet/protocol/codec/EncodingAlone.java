package org.ecgnet.protocol.codec;

/** Encoding without the unpacking that verifies it, which nobody may use but who measures what each of them takes. */
public final class EncodingAlone {

    private EncodingAlone() {}

    /** @param mode fast or dense */
    public static byte[] encode(WaveformMode mode, int[][] counts) {
        ModelledForm form =
                switch (mode) {
                    case FAST -> ModelledForm.fast();
                    case DENSE -> ModelledForm.dense();
                    case PLAIN -> throw new IllegalArgumentException("mode: PLAIN (expected: FAST or DENSE)");
                };
        return form.pack(counts);
    }
}
