package org.ecgnet.format.cart;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Reads a file of any known format. */
public final class CartFiles {

    /** Files above this are refused unread: five minutes of twelve leads at 500 Hz take less in every binary format. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final List<CartFormat> FORMATS =
            ServiceLoader.load(CartFormat.class, CartFiles.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(CartFormat::name))
                    .toList();

    private CartFiles() {}

    /** What the bytes are; never throws on any bytes. */
    public static CartReading read(byte[] file) {
        if (file.length > MOST_BYTES) {
            return new CartReading.Refused(Refusal.TOO_LARGE, file.length + " bytes");
        }
        for (CartFormat format : FORMATS) {
            if (format.claims(file)) {
                return read(format, file);
            }
        }
        return new CartReading.Refused(Refusal.UNKNOWN_FORMAT, "none of " + names());
    }

    private static CartReading read(CartFormat format, byte[] file) {
        try {
            return new CartReading.Accepted(format.name(), format.read(file));
        } catch (RefusedFile e) {
            return new CartReading.Refused(e.refusal(), format.name() + ": " + e.detail());
        } catch (RuntimeException e) {
            // the parsers check what they take; what they did not foresee is still the file's fault, not the clinic's.
            // The exception's own words may quote the file, and with it a patient: its class alone is told.
            return new CartReading.Refused(
                    Refusal.DAMAGED, format.name() + ": " + e.getClass().getSimpleName());
        }
    }

    /** The names of all formats, in the order of the alphabet. */
    public static List<String> names() {
        return FORMATS.stream().map(CartFormat::name).toList();
    }
}
