package org.ecgnet.protocol.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ecgnet.ecg.SiteCode;

/**
 * A version of the edge agent that is offered to clinics.
 *
 * @param store version of the clinic's store that it reads and writes
 * @param file name of its zip beside the offer
 * @param bytes length of the zip
 * @param sha256 of the zip, 64 hexadecimal digits
 * @param share percent of the clinics that are offered it, 0 to 100
 * @param sites that are offered it whatever the share, for the first ones that try it
 */
public record Release(
        ReleaseVersion version, int store, String file, long bytes, String sha256, int share, List<SiteCode> sites) {

    /** Longest zip that is taken. */
    public static final long MOST_BYTES = 256L << 20;

    private static final int PERCENT = 100;

    public Release {
        sites = List.copyOf(sites);
        if (store < 1) {
            throw new IllegalArgumentException("store " + store + " (expected: 1 or more)");
        }
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,100}\\.zip")) {
            throw new IllegalArgumentException("file '" + file + "' (expected: a plain name that ends in .zip)");
        }
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("bytes " + bytes + " (expected: 1 to " + MOST_BYTES + ")");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 is not 64 hexadecimal digits");
        }
        if (share < 0 || share > PERCENT) {
            throw new IllegalArgumentException("share " + share + " (expected: percent, 0 to 100)");
        }
    }

    /**
     * Whether a clinic is offered it: it is named, or within the share. A clinic that is within a share is within every
     * larger one; which clinics come first differs from version to version.
     */
    public boolean offeredTo(SiteCode site) {
        byte[] digest = Digests.sha256((version + " " + site.value()).getBytes(StandardCharsets.UTF_8));
        int place = Math.floorMod((digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | digest[2] & 0xFF, PERCENT);
        return sites.contains(site) || place < share;
    }
}
