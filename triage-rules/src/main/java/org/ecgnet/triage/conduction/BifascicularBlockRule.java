package org.ecgnet.triage.conduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.statement.BundleBranchTurns;

/**
 * The part of Y05, urgent, that lies below the AV node: a bifascicular block with a long PR after syncope, and right and left
 * bundle branch block by turns (ESC 2021 on pacing: both are candidates for a pacemaker).
 *
 * <p>Bifascicular after ESC 2021: left bundle branch block, or right with left anterior or posterior fascicular block.
 */
public final class BifascicularBlockRule implements TriageRule {

    private static final String CATALOGUE_ID = "Y05";

    @Override
    public String id() {
        return "Y05b";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        List<Finding> findings = new ArrayList<>();
        bifascicular(ecg, profile).ifPresent(findings::add);
        alternating(ecg, profile).ifPresent(findings::add);
        return findings.isEmpty()
                ? Verdict.absent("no bifascicular block with long PR and syncope, no blocks by turns")
                : new Verdict.Present(findings);
    }

    private static Optional<Finding> bifascicular(EcgCase ecg, RuleProfile profile) {
        boolean left = ecg.scores().claimed("LBBB");
        boolean anterior = ecg.scores().claimed("LAFB");
        boolean right =
                ecg.scores().claimed("RBBB") && (anterior || ecg.scores().claimed("LPFB"));
        double pr = ecg.measured().prMillis().orElse(0);
        if (!(left || right)
                || pr <= profile.value("Y05.long-pr")
                || !ecg.symptoms().syncope()) {
            return Optional.empty();
        }
        String chinese = left ? "左束支传导阻滞" : anterior ? "右束支并左前分支阻滞" : "右束支并左后分支阻滞";
        String english = left
                ? "Left bundle branch block"
                : "Right bundle and left " + (anterior ? "anterior" : "posterior") + " fascicular block";
        return Optional.of(new Finding(
                CATALOGUE_ID,
                "BIFASCICULAR_BLOCK_LONG_PR",
                TriageLevel.YELLOW,
                false,
                0.9,
                List.of(
                        ecg.evidence("PR", pr, profile.value("Y05.long-pr"), "ms"),
                        ecg.evidence("QRS", ecg.measured().qrsMillis().orElse(0), profile.value("R05.wide-qrs"), "ms")),
                "%s，PR %.0f 毫秒，伴晕厥：警惕高度房室传导阻滞（加急）。".formatted(chinese, pr),
                "%s, PR %.0f ms, with syncope: high-grade AV block may follow, urgent.".formatted(english, pr)));
    }

    private static Optional<Finding> alternating(EcgCase ecg, RuleProfile profile) {
        BundleBranchTurns turns = BundleBranchTurns.of(ecg.measured());
        int beats = (int) profile.value("Y05.alternating-beats");
        boolean foreign = ecg.fibrillating()
                || ecg.scores().claimed("PACED")
                || ecg.scores().claimed("VT")
                || ecg.measured().rhythm().meanRateBpm() >= profile.value("R05.fast");
        if (foreign || turns.left().size() < beats || turns.right().size() < beats) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                CATALOGUE_ID,
                "ALTERNATING_BUNDLE_BRANCH_BLOCK",
                TriageLevel.YELLOW,
                false,
                0.9,
                List.of(
                        new Evidence("LBBB beats", turns.left().size(), beats, "", Optional.empty(), turns.left()),
                        new Evidence("RBBB beats", turns.right().size(), beats, "", Optional.empty(), turns.right())),
                "左、右束支传导阻滞交替出现：警惕完全性房室传导阻滞（加急）。",
                "Left and right bundle branch block by turns: complete AV block may follow, urgent."));
    }
}
