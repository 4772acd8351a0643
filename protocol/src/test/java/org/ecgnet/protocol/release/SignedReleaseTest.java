package org.ecgnet.protocol.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecgnet.ecg.SiteCode;
import org.junit.jupiter.api.Test;

class SignedReleaseTest {

    private static final KeyPair COUNTY = ReleaseKeys.make();
    private static final Release RELEASE = release(10, List.of(new SiteCode("dagou"), new SiteCode("linhe-01")));

    private static Release release(int share, List<SiteCode> sites) {
        return new Release(
                new ReleaseVersion(0, 2, 0), 2, "edge-agent-0.2.0.zip", 12_345, "ab".repeat(32), share, sites);
    }

    private static List<SiteCode> clinics() {
        return IntStream.range(0, 2000)
                .mapToObj(n -> new SiteCode("clinic-" + n))
                .toList();
    }

    @Test
    void whatTheCountySignedIsReadAsItWas() {
        String text = SignedRelease.text(RELEASE, COUNTY.getPrivate());

        assertThat(SignedRelease.verified(text, COUNTY.getPublic())).isEqualTo(RELEASE);
        Release forNobody = release(0, List.of());
        assertThat(SignedRelease.verified(SignedRelease.text(forNobody, COUNTY.getPrivate()), COUNTY.getPublic()))
                .isEqualTo(forNobody);
    }

    @Test
    void keysSurviveBeingText() {
        String text = SignedRelease.text(RELEASE, ReleaseKeys.privateKey(ReleaseKeys.text(COUNTY.getPrivate()) + "\n"));

        assertThat(SignedRelease.verified(text, ReleaseKeys.publicKey(ReleaseKeys.text(COUNTY.getPublic()))))
                .isEqualTo(RELEASE);
    }

    @Test
    void anyOtherKeyAndAnyChangedCharacterAreRefused() {
        String text = SignedRelease.text(RELEASE, COUNTY.getPrivate());

        assertThatThrownBy(() -> SignedRelease.verified(text, ReleaseKeys.make().getPublic()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("not signed with the county's key");
        for (int at = 0; at < text.stripTrailing().length(); at++) {
            char other = text.charAt(at) == 'x' ? 'y' : 'x';
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThatThrownBy(() -> SignedRelease.verified(changed, COUNTY.getPublic()))
                    .as("character %d", at)
                    .isInstanceOf(ReleaseException.class);
        }
        Stream.of("", "\nsignature ", text + text, text.replace("\nsignature", ""))
                .forEach(bad -> assertThatThrownBy(() -> SignedRelease.verified(bad, COUNTY.getPublic()))
                        .isInstanceOf(ReleaseException.class));
    }

    @Test
    void noiseIsRefusedByNameAndNothingElseEscapes() {
        Random random = new Random(11);
        for (int n = 0; n < 20_000; n++) {
            StringBuilder noise = new StringBuilder("ecgnet edge-agent release 1\n");
            random.ints(random.nextInt(60), 10, 128).forEach(letter -> noise.append((char) letter));
            noise.append("\nsignature ").append(random.nextLong());
            assertThatThrownBy(() -> SignedRelease.verified(noise.toString(), COUNTY.getPublic()))
                    .isInstanceOf(ReleaseException.class);
        }
    }

    @Test
    void aShareIsAboutThatManyClinicsAndALargerOneHoldsTheSmaller() {
        List<SiteCode> ten =
                clinics().stream().filter(release(10, List.of())::offeredTo).toList();
        List<SiteCode> half =
                clinics().stream().filter(release(50, List.of())::offeredTo).toList();

        assertThat(ten).hasSizeBetween(140, 260); // 200 +- 4.5 standard deviations of a binomial
        assertThat(half).hasSizeBetween(900, 1100).containsAll(ten);
        assertThat(clinics()).allMatch(release(100, List.of())::offeredTo).noneMatch(release(0, List.of())::offeredTo);
        assertThat(release(0, List.of(new SiteCode("dagou"))).offeredTo(new SiteCode("dagou")))
                .isTrue();
    }

    @Test
    void aFileThatLeadsElsewhereIsNoOffer() {
        Stream.of("../a.zip", "a/b.zip", ".zip", "a.exe", "C:\\a.zip", "a.zip\nshare 100")
                .forEach(name -> assertThatThrownBy(() ->
                                new Release(new ReleaseVersion(0, 2, 0), 2, name, 1, "ab".repeat(32), 0, List.of()))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void versionsAreOrderedByTheirNumbers() {
        assertThat(Stream.of("0.10.0", "0.9.9", "1.0.0", "0.9.10")
                        .map(ReleaseVersion::parse)
                        .sorted()
                        .map(ReleaseVersion::toString))
                .containsExactly("0.9.9", "0.9.10", "0.10.0", "1.0.0");
        Stream.of("", "1", "1.2", "1.2.3.4", "1.2.x", "-1.2.3", "1.2.3-dev", "1.2.99999999999")
                .forEach(text -> assertThatThrownBy(() -> ReleaseVersion.parse(text))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
