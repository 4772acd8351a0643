package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule on every case of {@link VerdictCases}, word by word: what a physician would read at and just below each limit. The
 * expected words stand in {@code verdicts.txt}, recorded by
 *
 * <pre>mvn -Dfast -pl triage-rules -am test -Dtest=VerdictsRulesTest -Dverdicts=record -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * and read by a person as part of the change that altered them. That a rule cannot tell is recorded for the first case it says
 * so of.
 */
class VerdictsRulesTest {

    private static final String FILE = "verdicts.txt";

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theWordsOfTheRuleAtEveryLimitAreTheRecordedOnes(String name, TriageRule rule) throws IOException {
        List<String> said = said(rule);

        assertThat(said)
                .as("words of %s; see the comment on this class for how to record anew", name)
                .isEqualTo(recorded().getOrDefault(rule.id(), List.of()));
    }

    @Test
    void recordsAnewWhenAsked() throws IOException {
        assumeThat(System.getProperty("verdicts")).as("-Dverdicts=record").isEqualTo("record");
        Files.write(
                Path.of("src/test/resources/org/ecgnet/triage", FILE),
                RuleSet.all().stream().flatMap(rule -> said(rule).stream()).toList(),
                StandardCharsets.UTF_8);
    }

    static Stream<Arguments> rules() {
        return RuleSet.all().stream().map(rule -> Arguments.of(rule.id(), rule));
    }

    private static List<String> said(TriageRule rule) {
        List<String> said = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        VerdictCases.all().forEach((name, ecg) -> {
            Verdict verdict = rule.judge(ecg.ecg(), RuleProfile.DEFAULT);
            if (!(verdict instanceof Verdict.CannotTell why) || unknown.add(why.english())) {
                said.addAll(lines(name, rule, verdict));
            }
        });
        return said;
    }

    private static List<String> lines(String name, TriageRule rule, Verdict verdict) {
        String begin = rule.id() + " | " + name + " | ";
        if (verdict instanceof Verdict.CannotTell unknown) {
            return List.of(begin + "cannot tell" + (unknown.critical() ? ", critical" : "") + " | " + unknown.english()
                    + " " + unknown.chinese());
        }
        if (!(verdict instanceof Verdict.Present present)) {
            return List.of();
        }
        return present.findings().stream()
                .map(finding -> begin + finding.rule() + " " + finding.code() + " " + finding.level()
                        + (finding.hard() ? " HARD" : "") + " " + number(finding.score()) + " | " + finding.english()
                        + " " + finding.chinese() + " | "
                        + finding.evidence().stream()
                                .map(VerdictsRulesTest::words)
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    private static String words(Evidence evidence) {
        return evidence.quantity()
                + evidence.lead().map(lead -> " " + lead.label()).orElse("") + " "
                + number(evidence.value()) + "/" + number(evidence.threshold()) + evidence.unit() + " of "
                + evidence.beatSamples().size();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    /** The recorded lines by the rule that begins them. */
    private static Map<String, List<String>> recorded() throws IOException {
        try (InputStream in = VerdictsRulesTest.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(' '))));
        }
    }
}
