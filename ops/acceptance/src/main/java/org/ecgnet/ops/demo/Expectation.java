package org.ecgnet.ops.demo;

import java.util.ArrayList;
import java.util.List;

/** What the demo's own hearts must come out as; a real recording is only reported. */
final class Expectation {

    private Expectation() {}

    static List<String> unmet(List<ExamOutcome> exams) {
        List<String> problems = new ArrayList<>();
        for (ExamOutcome exam : exams) {
            switch (exam.played()) {
                case "normal" -> {
                    if (exam.red()) {
                        problems.add("the normal heart is red");
                    }
                }
                case "anterior-stemi" -> {
                    if (!exam.red() || exam.findings().stream().noneMatch(finding -> finding.contains("V3"))) {
                        problems.add("the anterior infarction is " + exam.level() + ", its leads not named");
                    }
                }
                default -> {}
            }
            if (exam.red() && !exam.acknowledged()) {
                problems.add("the red of " + exam.clinic() + " was not acknowledged");
            }
        }
        return problems;
    }
}
