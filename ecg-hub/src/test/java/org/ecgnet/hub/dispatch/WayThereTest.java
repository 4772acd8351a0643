package org.ecgnet.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ecgnet.hub.roster.Clinic.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayThereTest {

    /** A degree of a great circle on a sphere of 6371 km is 111.19 km. */
    @ParameterizedTest(name = "{0} north, {1} east: {2}, {3} km")
    @CsvSource({
        "0.1, 0, N, 11.12", "0.1, 0.1, NE, 15.73", "0, 0.1, E, 11.12", "-0.1, 0.1, SE, 15.73",
        "-0.1, 0, S, 11.12", "-0.1, -0.1, SW, 15.73", "0, -0.1, W, 11.12", "0.1, -0.1, NW, 15.73",
        "0.1, 0.041, N, 12.02", "0.1, 0.042, NE, 12.06",
    })
    void distanceAndDirectionAtTheEquator(double north, double east, String direction, double kilometres) {
        WayThere way = WayThere.between(new Position(0, 0), new Position(north, east));

        assertThat(way.direction()).isEqualTo(direction);
        assertThat(way.kilometres()).isCloseTo(kilometres, within(0.01));
    }

    @Test
    void meridiansComeTogetherTowardsThePole() {
        assertThat(WayThere.between(new Position(60, 100), new Position(60, 101))
                        .kilometres())
                .isCloseTo(111.19 / 2, within(0.1));
    }

    @Test
    void coordinatesAreWrittenAsANavigatorTakesThem() {
        assertThat(WayThere.coordinates(new Position(33.05, 108.27))).isEqualTo("33.05000, 108.27000");
    }
}
