package org.ecgnet.edge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ecgnet.protocol.release.ReleaseVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenTest {

    private static final ReleaseVersion ONE = new ReleaseVersion(0, 1, 0);
    private static final ReleaseVersion TWO = new ReleaseVersion(0, 2, 0);
    private static final ReleaseVersion THREE = new ReleaseVersion(0, 3, 0);

    @TempDir
    private Path folder;

    @Test
    void aVersionThatGetsWellStays() {
        Chosen chosen = Chosen.INSTALLED.trying(TWO).starting().well();

        assertThat(chosen.version()).contains(TWO);
        assertThat(chosen.trial()).isFalse();
        assertThat(chosen.starting()).isEqualTo(chosen);
    }

    @Test
    void threeStartsWithoutGettingWellAreATrialTheFourthGoesBackForGood() {
        Chosen third = Chosen.INSTALLED.trying(TWO).starting().starting().starting();
        Chosen fourth = third.starting();

        assertThat(third.version()).contains(TWO);
        assertThat(fourth.version()).isEmpty();
        assertThat(fourth.triedInVain()).containsExactly(TWO);
        assertThat(fourth.trial()).isFalse();
    }

    @Test
    void aVersionAfterAnUpdateGoesBackToThatUpdateNotToTheInstalledOne() {
        Chosen back = Chosen.INSTALLED
                .trying(TWO)
                .starting()
                .well()
                .trying(THREE)
                .starting()
                .takenBack();

        assertThat(back.version()).contains(TWO);
        assertThat(back.triedInVain()).containsExactly(THREE);
    }

    @Test
    void anInstalledVersionAsNewTakesThePlaceOfAnUpdate() {
        Chosen two = Chosen.INSTALLED.trying(TWO).starting().well();

        assertThat(two.beside(ONE)).isEqualTo(two);
        assertThat(two.beside(TWO).version()).isEmpty();
        assertThat(two.beside(THREE).version()).isEmpty();
    }

    @Test
    void itIsKeptInItsFileAndAFileThatCannotBeReadIsTheInstalledVersion() throws IOException {
        Programs programs = new Programs(folder, folder.resolve("programs"));
        Chosen chosen = Chosen.INSTALLED
                .trying(TWO)
                .starting()
                .takenBack()
                .trying(THREE)
                .starting();
        assertThat(programs.chosen()).isEqualTo(Chosen.INSTALLED);

        programs.choose(chosen);
        assertThat(programs.chosen()).isEqualTo(chosen);
        assertThat(programs.home(Optional.of(THREE))).isEqualTo(folder.resolve("programs/0.3.0"));

        for (String broken :
                new String[] {"", "version 9", "version 9.9.9\nbefore x\ntrial true\nstarts 1\nset-aside \n"}) {
            Files.writeString(folder.resolve("programs/chosen"), broken);
            assertThat(programs.chosen()).isEqualTo(Chosen.INSTALLED);
        }
    }

    @Test
    void linesSayWhatTheyMean() {
        AgentNews[] all = {
            new AgentNews.Ready(8090), new AgentNews.Well(), new AgentNews.Update(TWO), new AgentNews.TakeBack()
        };
        for (AgentNews news : all) {
            assertThat(AgentNews.of(news.line())).isEqualTo(news);
        }
        assertThat(AgentNews.of("{\"event\":\"update\",\"version\":\"../../x\"}"))
                .isInstanceOf(AgentNews.Other.class);
    }
}
