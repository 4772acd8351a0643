package org.ecgnet.hub.report;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.fiducial.HandMeasurement;

/**
 * A signed version of an exam's report; never changed, only followed by another.
 *
 * @param version from 1
 * @param claims what the machine had said
 * @param machineLevel the colour the machine had given
 * @param previousDigest of the version before; empty for the first
 * @param secondNeeded the county wants a second reader for this one
 * @param byHand marks of the median beat that were in force by hand when it was signed
 * @param signatures the author's, then the second reader's
 */
public record Report(
        ExamId examId,
        int version,
        List<MachineClaim> claims,
        TriageLevel machineLevel,
        Overread overread,
        Optional<String> previousDigest,
        boolean secondNeeded,
        Optional<HandMeasurement> byHand,
        List<Signature> signatures) {

    public Report {
        claims = List.copyOf(claims);
        signatures = List.copyOf(signatures);
    }

    /** True once nobody else must sign. */
    public boolean complete() {
        return signatures.size() >= (secondNeeded ? 2 : 1);
    }

    public Signature author() {
        return signatures.get(0);
    }

    public Optional<Signature> second() {
        return signatures.size() > 1 ? Optional.of(signatures.get(1)) : Optional.empty();
    }

    public Report signed(Signature by) {
        List<Signature> all = new java.util.ArrayList<>(signatures);
        all.add(by);
        return new Report(examId, version, claims, machineLevel, overread, previousDigest, secondNeeded, byHand, all);
    }

    /** What the physician stands for, in order: accepted and edited claims, then what was added. */
    public List<Phrase> statements() {
        List<Phrase> statements = new java.util.ArrayList<>();
        for (MachineClaim claim : claims) {
            judged(claim.key()).ifPresent(judged -> {
                switch (judged.decision()) {
                    case ACCEPTED -> statements.add(new Phrase(claim.code(), claim.chinese(), claim.english()));
                    case EDITED -> statements.add(new Phrase(claim.code(), judged.words(), judged.words()));
                    case REJECTED -> {}
                }
            });
        }
        statements.addAll(overread.added());
        return List.copyOf(statements);
    }

    public Optional<Judged> judged(String key) {
        return overread.judged().stream()
                .filter(judged -> judged.key().equals(key))
                .findFirst();
    }
}
