package org.ecgnet.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecgnet.triage.RuleProfile;
import org.junit.jupiter.api.Test;

class RulesPageIT {

    private static final Path FOLDER = Path.of(System.getProperty("ecg.root", "../.."), "triage-rules");

    @Test
    void theCatalogueIsWhatTheEngineDoes() throws IOException {
        Map<String, String> expected = Rules.files(FOLDER);
        for (Map.Entry<String, String> file : expected.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(file.getKey()), StandardCharsets.UTF_8))
                    .as("%s is old: run %s", file.getKey(), RulesPage.COMMAND)
                    .isEqualTo(file.getValue());
        }
        try (Stream<Path> strips = Files.list(FOLDER.resolve("rules"))) {
            Set<String> there =
                    strips.map(strip -> "rules/" + strip.getFileName()).collect(Collectors.toSet());
            assertThat(expected.keySet())
                    .as("strips of rules that fire no more: run %s", RulesPage.COMMAND)
                    .containsAll(there);
        }
    }

    @Test
    void everyFindingAndLimitBelongsToAnIdOfTheCatalogue() {
        Set<String> ids = CatalogueEntry.all().stream().map(CatalogueEntry::id).collect(Collectors.toSet());

        assertThat(ids).hasSize(27 + 1 + 17);
        assertThat(RuleProfile.DEFAULT.limits().keySet())
                .filteredOn(key -> !key.startsWith("SERIAL.")) // comparing with a prior recording is no rule
                .allSatisfy(key -> assertThat(ids).contains(key.substring(0, key.indexOf('.'))));
    }
}
