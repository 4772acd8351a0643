package org.ecgnet.triage;

/**
 * One criterion of the catalogue (CLINICAL 2.4). Implementations are final, stateless, end in {@code Rule}, and stand with
 * one line in {@code META-INF/services}.
 */
public interface TriageRule {

    /** Its id in the catalogue, the most urgent one where a class answers for two, such as {@code R07}. */
    String id();

    /** Judges one recording by the numbers of a profile. */
    Verdict judge(EcgCase ecg, RuleProfile profile);
}
