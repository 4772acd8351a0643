package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No number of the catalogue is idle: for each there is a case just at it and one just beside it. Moved up a little it changes a
 * verdict, and so it does moved down: a number by a fortieth, a share by 0.06, a count or an age by one.
 */
class EveryLimitTest {

    private static final double SHIFT = 0.025;
    private static final double SHARE_SHIFT = 0.06;
    private static final double LARGEST_COUNT = 20;

    /** What is longer than these is a standstill, R01, at the same number in this profile. */
    private static final Set<String> BOUNDED_BY_STANDSTILL =
            Set.of("R02.long-rr-in-af", "R02.long-rr-without-symptoms");

    private static final List<EcgCase> CASES = Stream.concat(
                    VerdictCases.all().values().stream().map(Cases::ecg),
                    Stream.of(AlternatingBlock.ecg(2, 2), AlternatingBlock.ecg(2, 1), AlternatingBlock.ecg(1, 2)))
            .toList();
    private static final Map<String, List<String>> USUAL = new HashMap<>();

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void everyLimitDecidesACaseJustAtItAndOneJustBelow(String key) {
        assertThat(decides(key, 1) || BOUNDED_BY_STANDSTILL.contains(key))
                .as("raised")
                .isTrue();
        assertThat(decides(key, -1)).as("lowered").isTrue();
    }

    static Stream<String> limits() {
        return RuleProfile.DEFAULT.limits().keySet().stream().sorted();
    }

    private static boolean decides(String key, int way) {
        RuleProfile base = RuleProfile.DEFAULT;
        Map<String, Limit> limits = new TreeMap<>(base.limits());
        Limit limit = base.limit(key);
        limits.put(key, new Limit(limit.key(), moved(limit.value(), way), limit.unit(), limit.source()));
        RuleProfile other =
                new RuleProfile(base.name(), base.version(), base.chinese(), base.english(), Set.of(), limits);
        return nearestFirst(key).anyMatch(rule -> !verdicts(rule, other)
                .equals(USUAL.computeIfAbsent(rule.id(), id -> verdicts(rule, counting(base)))));
    }

    /** Every rule counts here, also those that the profile leaves to others. */
    private static RuleProfile counting(RuleProfile base) {
        return new RuleProfile(base.name(), base.version(), base.chinese(), base.english(), Set.of(), base.limits());
    }

    private static double moved(double value, int way) {
        double size = Math.abs(value);
        if (size <= 1) {
            return value + way * SHARE_SHIFT;
        }
        return value == Math.rint(value) && size <= LARGEST_COUNT ? value + way : value * (1 + way * SHIFT);
    }

    private static Stream<TriageRule> nearestFirst(String key) {
        String owner = key.substring(0, key.indexOf('.'));
        return RuleSet.all().stream().sorted((a, b) -> Boolean.compare(b.id().equals(owner), a.id().equals(owner)));
    }

    /** What is said, without the numbers it is said with. */
    private static List<String> verdicts(TriageRule rule, RuleProfile profile) {
        List<String> verdicts = new ArrayList<>();
        for (EcgCase ecg : CASES) {
            Verdict verdict = rule.judge(ecg, profile);
            verdicts.add(
                    verdict instanceof Verdict.Present present
                            ? present.findings().stream()
                                    .map(finding -> finding.rule()
                                            + finding.code()
                                            + finding.hard()
                                            + finding.evidence().size()
                                            + finding.english().replaceAll("[0-9.]+", ""))
                                    .toList()
                                    .toString()
                            : verdict.getClass().getSimpleName());
        }
        return verdicts;
    }
}
