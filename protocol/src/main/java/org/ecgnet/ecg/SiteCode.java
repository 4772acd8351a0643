package org.ecgnet.ecg;

import java.util.regex.Pattern;

/**
 * Names a clinic; also the common name of its certificate and a level of its topics.
 *
 * @param value 1 to 40 of a-z, 0-9 and hyphen
 */
public record SiteCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    public SiteCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("site: '" + value + "' (expected: 1 to 40 of a-z, 0-9, -)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
