package org.ecgnet.hub.dispatch;

import java.util.Locale;
import org.ecgnet.hub.roster.Clinic.Position;

/**
 * How a clinic lies as seen from the dispatch centre: as the crow flies, for a person who holds the address against a
 * map. Roads are longer.
 *
 * @param kilometres on a sphere of the Earth's mean radius, 6371.0 km: half a percent off at most
 * @param direction one of eight, {@code N, NE .. NW}
 */
public record WayThere(double kilometres, String direction) {

    private static final double EARTH_KM = 6371.0;
    private static final String[] COMPASS = {"N", "NE", "E", "SE", "S", "SW", "W", "NW"};

    public static WayThere between(Position from, Position to) {
        double south = Math.toRadians(from.latitudeDegrees());
        double north = Math.toRadians(to.latitudeDegrees());
        double east = Math.toRadians(to.longitudeDegrees() - from.longitudeDegrees());
        double chord =
                square(Math.sin((north - south) / 2)) + Math.cos(south) * Math.cos(north) * square(Math.sin(east / 2));
        double bearing = Math.toDegrees(Math.atan2(
                Math.sin(east) * Math.cos(north),
                Math.cos(south) * Math.sin(north) - Math.sin(south) * Math.cos(north) * Math.cos(east)));
        int point = Math.floorMod(Math.round(bearing / 45), COMPASS.length);
        return new WayThere(2 * EARTH_KM * Math.asin(Math.sqrt(chord)), COMPASS[point]);
    }

    /** As a map and a navigator take them: latitude, longitude, five decimals, about a metre. */
    public static String coordinates(Position position) {
        return String.format(Locale.ROOT, "%.5f, %.5f", position.latitudeDegrees(), position.longitudeDegrees());
    }

    private static double square(double value) {
        return value * value;
    }
}
