package org.ecgnet.protocol.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;

/**
 * The text of an offer: a line for each property in a fixed order, and last the Ed25519 signature (RFC 8032) of all bytes
 * before it. Read before it is verified is nothing of it.
 */
public final class SignedRelease {

    /** Name of the offer where the hub serves it. */
    public static final String FILE = "edge-agent.release";

    /** Longest offer that is read. */
    public static final int MOST_CHARACTERS = 64 * 1024;

    private static final String ALGORITHM = "Ed25519";
    private static final String TITLE = "ecgnet edge-agent release 1";
    private static final String SIGNATURE = "signature ";
    private static final List<String> NAMES =
            List.of("version ", "store ", "file ", "bytes ", "sha256 ", "share ", "sites ");

    private SignedRelease() {}

    /** The offer, signed. */
    public static String text(Release release, PrivateKey key) {
        String sites = release.sites().stream().map(SiteCode::value).collect(Collectors.joining(" "));
        List<Object> values = List.of(
                release.version(),
                release.store(),
                release.file(),
                release.bytes(),
                release.sha256(),
                release.share(),
                sites);
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        for (int at = 0; at < NAMES.size(); at++) {
            text.append(NAMES.get(at)).append(values.get(at)).append('\n');
        }
        return text + SIGNATURE + Base64.getEncoder().encodeToString(sign(text.toString(), key)) + '\n';
    }

    private static byte[] sign(String text, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new ReleaseException("the offer cannot be signed with this key", e);
        }
    }

    /**
     * The offer, when the county's key signed it.
     *
     * @throws ReleaseException when it did not, or when what it signed is no offer
     */
    public static Release verified(String text, PublicKey key) {
        int end = text.lastIndexOf('\n' + SIGNATURE);
        if (text.length() > MOST_CHARACTERS || end < 0) {
            throw new ReleaseException("this is no offer of an edge agent");
        }
        String signed = text.substring(0, end + 1);
        verify(signed, text.substring(end + 1 + SIGNATURE.length()).strip(), key);
        return parse(signed);
    }

    private static void verify(String signed, String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = Base64.getDecoder().decode(base64);
            // Base64 has several texts for the same bytes; one alone is taken.
            if (!signature.verify(bytes)
                    || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                throw new ReleaseException("the offer is not signed with the county's key, or was changed since");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ReleaseException("the offer's signature cannot be read", e);
        }
    }

    private static Release parse(String signed) {
        List<String> lines = signed.lines().toList();
        if (lines.size() != NAMES.size() + 1 || !lines.get(0).equals(TITLE)) {
            throw new ReleaseException("an offer of a form that this version does not know: install the next by hand");
        }
        try {
            return new Release(
                    ReleaseVersion.parse(value(lines, 0)),
                    Integer.parseInt(value(lines, 1)),
                    value(lines, 2),
                    Long.parseLong(value(lines, 3)),
                    value(lines, 4),
                    Integer.parseInt(value(lines, 5)),
                    Arrays.stream(value(lines, 6).split(" "))
                            .filter(site -> !site.isEmpty())
                            .map(SiteCode::new)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new ReleaseException("a signed offer that cannot be: " + e.getMessage(), e);
        }
    }

    private static String value(List<String> lines, int place) {
        String line = lines.get(place + 1);
        if (!line.startsWith(NAMES.get(place))) {
            throw new ReleaseException(
                    "a signed offer without '" + NAMES.get(place).strip() + "'");
        }
        return line.substring(NAMES.get(place).length());
    }
}
