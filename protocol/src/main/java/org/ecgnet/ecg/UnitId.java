package org.ecgnet.ecg;

import java.util.regex.Pattern;

/**
 * Names an ECG unit within its site; a level of its topics.
 *
 * @param value 1 to 40 of a-z, 0-9 and hyphen
 */
public record UnitId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    public UnitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("unit: '" + value + "' (expected: 1 to 40 of a-z, 0-9, -)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
