package org.ecgnet.format.cart;

import java.util.Arrays;
import java.util.Random;

/** Damages files as lines, sticks and hostile senders do. */
public final class DamagedFiles {

    private DamagedFiles() {}

    /** A damaged copy: cut, changed, repeated, or with a number field made extreme; an SCP checksum is made good again. */
    public static byte[] of(byte[] whole, Random random) {
        byte[] file = whole.clone();
        int times = 1 + random.nextInt(4);
        for (int time = 0; time < times; time++) {
            int at = random.nextInt(Math.min(file.length, random.nextBoolean() ? 1200 : file.length));
            switch (random.nextInt(6)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt(256);
                case 2 ->
                    Arrays.fill(file, at, Math.min(file.length, at + 4), (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> file[at] = (byte) "0123456789-.<>&\"XZ".charAt(random.nextInt(18));
                case 4 -> System.arraycopy(file, 0, file, at, Math.min(file.length - at, random.nextInt(64)));
                default -> file = Arrays.copyOf(file, Math.max(24, random.nextInt(20) == 0 ? at : file.length));
            }
        }
        if (new String(file, 16, 6, java.nio.charset.StandardCharsets.ISO_8859_1).equals("SCPECG")) {
            file[0] = 0;
            file[1] = 0;
        }
        return file;
    }
}
