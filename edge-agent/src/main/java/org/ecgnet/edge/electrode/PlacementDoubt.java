package org.ecgnet.edge.electrode;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.reversal.ElectrodeSwap;

/**
 * Electrodes that do not seem to be where they belong, seen before anything is recorded. A doubt, never a reason not to
 * record: the heart itself may lie or beat so.
 *
 * @param chinese which electrodes
 * @param english the same
 * @param sites theirs
 */
public record PlacementDoubt(String chinese, String english, Set<Site> sites) {

    /**
     * Less shows too few beats to compare. Proposed: of windows of 4 s of LUDB and PTB-XL, whose electrodes are as good as all
     * where they belong, 29 of 2485 raise a doubt (in 11 of 355 records), of 8 s 8 of 1065 (in 3).
     */
    static final int LEAST_SECONDS = 4;

    private static final String ARMS_ON_LEGS = "ARMS_ON_LEGS";

    public PlacementDoubt {
        sites = Set.copyOf(sites);
    }

    /** What the engine that reads recordings makes of the last seconds; empty when nothing speaks for an exchange. */
    public static Optional<PlacementDoubt> of(Recording seconds, Triage engine) {
        if (seconds.waveform().length()
                < LEAST_SECONDS * seconds.waveform().rate().hertz()) {
            return Optional.empty();
        }
        Reading reading = engine.read(seconds, Patient.UNKNOWN, Symptoms.NONE);
        QualityReport quality = reading.quality();
        return quality.reversal().map(reversal -> of(reversal.swap())).or(() -> quality.reasons().stream()
                .filter(reason -> reason.code().equals(ARMS_ON_LEGS))
                .findFirst()
                .map(reason -> new PlacementDoubt(
                        "双臂(RA、LA)与双腿", "both arms (RA, LA) and the legs", Set.of(Site.RA, Site.LA))));
    }

    private static PlacementDoubt of(ElectrodeSwap swap) {
        return new PlacementDoubt(
                swap.chinese(),
                swap.english(),
                Arrays.stream(swap.name().split("_", -1)).map(Site::valueOf).collect(Collectors.toSet()));
    }
}
