package org.ecgnet.hub.paper;

import java.awt.Color;

/**
 * A line or a filling.
 *
 * @param millimetres width of a line
 * @param opacity 0 to 1
 */
public record Ink(Color color, double millimetres, double opacity) {

    public static final Ink BLACK = new Ink(Color.BLACK, 0.2, 1);

    public static Ink line(int rgb, double millimetres) {
        return new Ink(new Color(rgb), millimetres, 1);
    }
}
