package org.ecgnet.edge.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountyProtocolTest {

    private static final String APPROVED = "approver = 周主任, version = \"1\", dated = \"2026-03-01\"\n";
    private static final String DRUG =
            """
            drugs.some {
              title-chinese = 某药, title-english = "A drug", rules = [R11]
              contraindications-chinese = [过敏], contraindications-english = [Allergy]
              steps-chinese = [按医嘱], steps-english = ["As told"]
            }
            """;

    private static CountyProtocol of(String text) {
        return CountyProtocol.of(ConfigFactory.parseString(text));
    }

    @Test
    void theTextThatComesWithTheProgramIsApprovedByNobodyAndNamesNoDrug() {
        CountyProtocol general = CountyProtocol.general();

        assertThat(general.approval()).isEmpty();
        assertThat(general.drugs()).isEmpty();
        assertThat(general.rules()).isEmpty();
        assertThat(general.levels().get(TriageLevel.RED)).hasSize(2);
        assertThat(general.levels().get(TriageLevel.YELLOW)).isEmpty();
        assertThat(general.toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("aspirin", "阿司匹林", "氯吡格雷", "硝酸甘油", " mg");
    }

    @Test
    void aCountysFileNamesItsApproverAndKeepsWhatItDoesNotChange() {
        CountyProtocol county = of(APPROVED + "rules.R11 { chinese = [再做一份], english = [\"Record again\"] }\n" + DRUG);

        assertThat(county.approval())
                .isEqualTo(Optional.of(new CountyProtocol.Approval("周主任", "1", LocalDate.of(2026, 3, 1))));
        assertThat(county.rules().get("R11")).containsExactly(new Words("再做一份", "Record again"));
        assertThat(county.levels().get(TriageLevel.RED))
                .isEqualTo(CountyProtocol.general().levels().get(TriageLevel.RED));
        assertThat(county.drugs())
                .containsExactly(new DrugAdvice(
                        new Words("某药", "A drug"),
                        List.of("R11"),
                        List.of(new Words("过敏", "Allergy")),
                        List.of(new Words("按医嘱", "As told"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "version", "dated"})
    void aTextThatNobodyAnswersForIsRefused(String missing) {
        assertThatThrownBy(() -> of(APPROVED + missing + " = \"\""))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(missing);
    }

    @Test
    void aDrugWithoutContraindicationsIsRefused() {
        assertThatThrownBy(() -> of(APPROVED
                        + DRUG
                        + "drugs.some { contraindications-chinese = [], contraindications-english = [] }"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("contraindications");
    }

    @Test
    void sentencesInOneLanguageOnlyAnOddDateOrAnUnknownKeyAreRefused() {
        assertThatThrownBy(() -> of(APPROVED + "rules.R11 { chinese = [一, 二], english = [One] }"))
                .hasMessageContaining("expected: as many");
        assertThatThrownBy(() -> of(APPROVED + "dated = yesterday")).hasMessageContaining("dated");
        assertThatThrownBy(() -> of(APPROVED + "rule.R11 {}")).hasMessageContaining("rules");
        assertThatThrownBy(() -> of(APPROVED + "repeat { from = 10m, to = 10m }"))
                .hasMessageContaining("repeat.to");
    }
}
