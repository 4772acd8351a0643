package org.ecgnet.hub.worklist;

import java.util.Set;
import org.ecgnet.ecg.TriageLevel;

/**
 * What a reader wants to see of the worklist. It never hides a critical case that nobody has read back: see
 * {@link #shows}.
 *
 * @param levels empty for all
 * @param sites codes; empty for all
 * @param mine only those the reader has claimed
 * @param open only those that still wait for a reader
 */
public record WorklistFilter(Set<TriageLevel> levels, Set<String> sites, boolean mine, boolean open) {

    public static final WorklistFilter ALL = new WorklistFilter(Set.of(), Set.of(), false, false);

    public WorklistFilter {
        levels = Set.copyOf(levels);
        sites = Set.copyOf(sites);
    }

    /** @param account of the reader */
    public boolean shows(WorklistItem item, String account) {
        if (item.unanswered()) {
            return true;
        }
        return (levels.isEmpty() || item.level().filter(levels::contains).isPresent())
                && (sites.isEmpty() || sites.contains(item.site().value()))
                && (!mine || claimedBy(item, account))
                && (!open || item.waitsForReader());
    }

    private static boolean claimedBy(WorklistItem item, String account) {
        return item.work()
                .claim()
                .filter(claim -> claim.by().account().equals(account))
                .isPresent();
    }
}
