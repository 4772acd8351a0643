package org.ecgnet.hub.critical;

import java.util.Map;

/**
 * What a person repeated. {@link #toString()} is masked.
 *
 * @param identifiers as repeated
 * @param rule the finding, such as {@code R11}
 */
public record ReadBack(Map<PatientIdentifier, String> identifiers, String rule) {

    public ReadBack {
        identifiers = Map.copyOf(identifiers);
    }

    @Override
    public String toString() {
        return "ReadBack[" + identifiers.keySet() + ", " + rule + "]";
    }
}
