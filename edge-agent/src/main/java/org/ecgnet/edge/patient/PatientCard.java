package org.ecgnet.edge.patient;

import java.util.Optional;
import org.ecgnet.ecg.Sex;

/**
 * What a card says of its holder. {@link #toString()} is masked.
 *
 * @param number the identity number, or the card's own
 */
public record PatientCard(Optional<String> name, Optional<String> number, Sex sex) {

    @Override
    public String toString() {
        return "PatientCard[masked]";
    }
}
