package org.ecgnet.edge.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.update.UpdateChoice.Leave;
import org.ecgnet.edge.update.UpdateChoice.Take;
import org.ecgnet.edge.update.UpdateChoice.Why;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.ReleaseVersion;
import org.junit.jupiter.api.Test;

class UpdateChoiceTest {

    private static final SiteCode DAGOU = new SiteCode("dagou");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static Release offer(String version, int store, int share) {
        return new Release(ReleaseVersion.parse(version), store, "a.zip", 1, "ab".repeat(32), share, List.of());
    }

    private static UpdateChoice about(Release offer, String running, Set<ReleaseVersion> aside) {
        return UpdateChoice.about(offer, DAGOU, ReleaseVersion.parse(running), 2, aside);
    }

    @Test
    void aNewerVersionThatIsOfferedHereIsTaken() {
        assertThat(about(offer("0.2.0", 2, 100), "0.1.9", Set.of())).isEqualTo(new Take());
    }

    @Test
    void theSameOrAnOlderVersionIsLetBe() {
        assertThat(about(offer("0.2.0", 2, 100), "0.2.0", Set.of())).isEqualTo(new Leave(Why.NOT_NEWER));
        assertThat(about(offer("0.2.0", 2, 100), "0.10.0", Set.of())).isEqualTo(new Leave(Why.NOT_NEWER));
    }

    @Test
    void aVersionThatWasTriedInVainIsNotTriedAgain() {
        assertThat(about(offer("0.2.0", 2, 100), "0.1.0", Set.of(new ReleaseVersion(0, 2, 0))))
                .isEqualTo(new Leave(Why.SET_ASIDE));
        assertThat(about(offer("0.2.1", 2, 100), "0.1.0", Set.of(new ReleaseVersion(0, 2, 0))))
                .isEqualTo(new Take());
    }

    @Test
    void aClinicOutsideTheShareWaits() {
        assertThat(about(offer("0.2.0", 2, 0), "0.1.0", Set.of())).isEqualTo(new Leave(Why.NOT_YET_OURS));
    }

    @Test
    void aVersionWithAnotherStoreIsAPersonsToInstall() {
        assertThat(about(offer("0.2.0", 3, 100), "0.1.0", Set.of())).isEqualTo(new Leave(Why.ANOTHER_STORE));
    }

    @Test
    void theHourIsQuietWithNothingToDoAndNobodyThereForSoLong() {
        Optional<Instant> justBefore = Optional.of(NOW.minus(QUARTER).plusMillis(1));
        Optional<Instant> justAt = Optional.of(NOW.minus(QUARTER));

        assertThat(new QuietHour(0, 0, Optional.empty()).at(NOW, QUARTER)).isTrue();
        assertThat(new QuietHour(0, 0, justAt).at(NOW, QUARTER)).isTrue();
        assertThat(new QuietHour(0, 0, justBefore).at(NOW, QUARTER)).isFalse();
        assertThat(new QuietHour(1, 0, justAt).at(NOW, QUARTER)).isFalse();
        assertThat(new QuietHour(0, 1, justAt).at(NOW, QUARTER)).isFalse();
    }
}
