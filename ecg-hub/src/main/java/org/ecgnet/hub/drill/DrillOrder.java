package org.ecgnet.hub.drill;

import org.ecgnet.ecg.SiteCode;

/**
 * What is to be exercised.
 *
 * @param site the clinic at which it is supposed to happen
 * @param rule such as {@code R11}
 * @param hard as machine-certain: rings at once
 * @param text what the page is to say
 */
public record DrillOrder(SiteCode site, String rule, boolean hard, String text) {

    private static final int LONGEST_TEXT = 200;

    public DrillOrder {
        if (!rule.matches("R\\d{2}")) {
            throw new IllegalArgumentException("rule: '" + rule + "' (expected: R and two digits, such as R11)");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text: (expected: 1 to 200 characters)");
        }
    }
}
