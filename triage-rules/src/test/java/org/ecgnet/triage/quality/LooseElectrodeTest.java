package org.ecgnet.triage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseElectrodeTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "I II AVR V1 V2 V3 V4 V5 V6, RA",
        "I III AVL, LA",
        "II III AVF, LL",
        "I II III AVR AVL AVF V1 V2 V3 V4 V5 V6, RL",
        "V1 V2 V3 V4 V5 V6, CHEST",
        "V1, V1",
        "V6, V6",
    })
    void theElectrodeThatExplainsTheBadLeadsIsNamed(String bad, LooseElectrode electrode) {
        assertThat(LooseElectrode.of(Set.copyOf(Lead.STANDARD_12), leads(bad))).contains(electrode);
    }

    @ParameterizedTest
    @CsvSource({"V1 V3", "I", "AVR"})
    void leadsThatNoSingleElectrodeExplainsNameNone(String bad) {
        assertThat(LooseElectrode.of(Set.copyOf(Lead.STANDARD_12), leads(bad))).isEmpty();
    }

    @Test
    void aUnitOfOneLeadCannotTellWhichElectrodeItIs() {
        assertThat(LooseElectrode.of(Set.of(Lead.II), Set.of(Lead.II))).isEqualTo(Optional.empty());
    }

    private static Set<Lead> leads(String names) {
        return Arrays.stream(names.split(" ")).map(Lead::valueOf).collect(Collectors.toSet());
    }
}
