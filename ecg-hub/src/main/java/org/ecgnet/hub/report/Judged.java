package org.ecgnet.hub.report;

/**
 * A reader's decision on one claim.
 *
 * @param key of the {@link MachineClaim}
 * @param words the edited words, or why it is rejected; empty when there are none
 * @param chosenAlone the reader chose this one by itself, not in passing: what a critical claim needs
 */
public record Judged(String key, Decision decision, String words, boolean chosenAlone) {}
