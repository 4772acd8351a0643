package org.ecgnet.ops.evaluate.label;

/**
 * A stretch of samples with a name.
 *
 * @param name such as {@code AFIB}, as the annotation spells it
 */
public record Span(double from, double to, String name) {

    /** Both ends belong to it. */
    public boolean contains(double sample) {
        return from <= sample && sample <= to;
    }
}
