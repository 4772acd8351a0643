package org.ecgnet.edge.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.launch.AgentNews;
import org.ecgnet.edge.launch.Programs;
import org.ecgnet.edge.uplink.TestCertificates;
import org.ecgnet.protocol.release.ReleaseException;
import org.ecgnet.protocol.release.ReleaseKeys;
import org.ecgnet.protocol.release.ReleaseVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An updater whose ticks are handed to it, at a shelf over real HTTPS. */
class UpdaterIT {

    private static final Instant BEGIN = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final List<AgentNews> told = new ArrayList<>();
    private final TestWorkplace workplace = new TestWorkplace();
    private TestCertificates certificates;
    private TestShelf shelf;
    private Programs programs;

    /** Says what it is told to say. */
    private static final class TestWorkplace implements Workplace {
        private boolean hub;
        private boolean quiet;

        @Override
        public boolean hubReached() {
            return hub;
        }

        @Override
        public boolean closesQuietly(Instant now) {
            return quiet;
        }
    }

    @BeforeEach
    void prepare() throws Exception {
        certificates = new TestCertificates(folder);
        shelf = new TestShelf(certificates);
        programs = Programs.besides(Files.createDirectories(folder.resolve("programs")));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private Updater updater(URI hub) throws Exception {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(java.security.KeyStore.getInstance(
                certificates.trustStore().toFile(), TestCertificates.PASSWORD.toCharArray()));
        SSLContext trust = SSLContext.getInstance("TLS");
        trust.init(null, trusted.getTrustManagers(), null);
        var settings =
                new UpdateSettings(hub, shelf.county().getPublic(), Duration.ofSeconds(1), Duration.ZERO, TEN_MINUTES);
        var self = new Updater.Self(new SiteCode("dagou"), new ReleaseVersion(0, 1, 0), 2);
        return new Updater(
                settings,
                self,
                programs,
                new ReleaseSource(hub, trust),
                workplace,
                told::add,
                Clock.fixed(BEGIN, ZoneOffset.UTC),
                new Random(1));
    }

    private static Instant after(int seconds) {
        return BEGIN.plusSeconds(seconds);
    }

    private Stream<String> kept() throws Exception {
        try (Stream<Path> files = Files.list(programs.folder())) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void anOfferIsFetchedAndWaitsForAQuietMoment() throws Exception {
        shelf.offer("0.2.0", TestShelf.zip("edge-agent.jar", "lib/a.jar"));
        try (Updater updater = updater(shelf.hub())) {
            updater.tick(after(2));
            assertThat(programs.home(Optional.of(new ReleaseVersion(0, 2, 0))).resolve("lib/a.jar"))
                    .hasBinaryContent(new byte[] {1});
            updater.tick(after(3));
            assertThat(told).isEmpty();

            workplace.quiet = true;
            updater.tick(after(4));
            assertThat(told).containsExactly(new AgentNews.Update(new ReleaseVersion(0, 2, 0)));
            updater.tick(after(5));
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void whatAnotherKeySignedIsNeverFetched() throws Exception {
        shelf.offer("0.2.0", TestShelf.zip("edge-agent.jar"), ReleaseKeys.make());
        try (Updater updater = updater(shelf.hub())) {
            assertThatThrownBy(() -> updater.tick(after(2))).isInstanceOf(ReleaseException.class);
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNotTheSignedOneIsThrownAwayAndTheNextAskingMayBringTheRightOne() throws Exception {
        byte[] right = TestShelf.zip("edge-agent.jar", "lib/a.jar");
        shelf.offer("0.2.0", right);
        shelf.exchange("0.2.0", TestShelf.zip("edge-agent.jar", "lib/b.jar"));
        workplace.quiet = true;
        try (Updater updater = updater(shelf.hub())) {
            assertThatThrownBy(() -> updater.tick(after(2)))
                    .isInstanceOf(UpdateException.class)
                    .hasMessageContaining("not the one that was signed");
            shelf.exchange("0.2.0", new byte[right.length + 1]);
            assertThatThrownBy(() -> updater.tick(after(4)))
                    .isInstanceOf(UpdateException.class)
                    .hasMessageContaining("longer");
            assertThat(kept()).isEmpty();

            shelf.exchange("0.2.0", right);
            updater.tick(after(6));
            updater.tick(after(7));
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void aSignedZipWithFilesOutsideItsFolderIsRefusedAndNothingOfItStays() throws Exception {
        String[][] bad = {
            {"edge-agent.jar", "../../evil.jar"},
            {"edge-agent.jar", "lib/sub/a.jar"},
            {"edge-agent.jar", "run.sh"},
            {"lib/a.jar"},
            {"/edge-agent.jar"}
        };
        try (Updater updater = updater(shelf.hub())) {
            int second = 2;
            for (String[] names : bad) {
                shelf.offer("0.2.0", TestShelf.zip(names));
                Instant now = after(second);
                assertThatThrownBy(() -> updater.tick(now)).isInstanceOf(UpdateException.class);
                assertThat(kept()).doesNotContain("0.2.0", "0.2.0.zip");
                second += 2;
            }
            shelf.offer("0.2.0", new byte[] {1, 2, 3});
            assertThatThrownBy(() -> updater.tick(after(60))).isInstanceOf(UpdateException.class);
            assertThat(folder.resolve("evil.jar")).doesNotExist();
        }
    }

    @Test
    void aHubThatIsNotThereOrNotTheCountysIsSaidSo() throws Exception {
        URI gone = shelf.hub();
        try (Updater stranger = updater(gone)) {
            certificates = new TestCertificates(Files.createDirectories(folder.resolve("other")));
            try (TestShelf other = new TestShelf(certificates)) {
                URI elsewhere = other.hub();
                certificates = new TestCertificates(Files.createDirectories(folder.resolve("third")));
                try (Updater cheated = updater(elsewhere)) {
                    assertThatThrownBy(() -> cheated.tick(after(2))).isInstanceOf(UpdateException.class);
                }
            }
            shelf.close();
            assertThatThrownBy(() -> stranger.tick(after(2)))
                    .isInstanceOf(UpdateException.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    void aVersionOnTrialIsWellOnceItReachesTheHubAndOldVersionsGo() throws Exception {
        onTrial();
        Files.createDirectories(programs.folder().resolve("0.0.9/lib"));
        Files.createDirectories(programs.folder().resolve("0.1.0"));
        try (Updater updater = updater(shelf.hub())) {
            updater.tick(after(1));
            assertThat(told).isEmpty();
            workplace.hub = true;
            updater.tick(after(2));
            assertThat(told).containsExactly(new AgentNews.Well());
            assertThat(kept()).containsExactlyInAnyOrder("chosen", "0.1.0");
        }
    }

    @Test
    void aVersionOnTrialThatNeverReachesTheHubGoesBackWhenTheClinicIsQuiet() throws Exception {
        onTrial();
        try (Updater updater = updater(shelf.hub())) {
            workplace.quiet = true;
            updater.tick(BEGIN.plus(TEN_MINUTES));
            assertThat(told).isEmpty();
            workplace.quiet = false;
            updater.tick(BEGIN.plus(TEN_MINUTES).plusMillis(1));
            assertThat(told).isEmpty();
            workplace.quiet = true;
            updater.tick(BEGIN.plus(TEN_MINUTES).plusMillis(2));
            assertThat(told).containsExactly(new AgentNews.TakeBack());
        }
    }

    private void onTrial() throws Exception {
        Files.writeString(
                programs.folder().resolve("chosen"),
                "version 0.1.0\nbefore installed\ntrial true\nstarts 1\nset-aside \n");
    }

    @Test
    void withoutAnAddressNothingIsUpdatedAndAPlainAddressIsRefused() {
        assertThat(ConfigFactory.parseResources("edge-agent-reference.conf").getString("update.hub"))
                .isEmpty();
        assertThatThrownBy(() -> new UpdateSettings(
                        URI.create("http://hub:8080"),
                        shelf.county().getPublic(),
                        TEN_MINUTES,
                        TEN_MINUTES,
                        TEN_MINUTES))
                .hasMessageContaining("https");
    }
}
