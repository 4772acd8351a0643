package org.ecgnet.format.cart;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;

/**
 * Whom a cart says that it recorded. {@link #toString()} is masked: it may stand in a log.
 *
 * @param identity the number under which the cart knows the patient
 * @param ageYears used where the date of birth is not told
 */
public record CartPatient(
        Optional<String> name, Optional<String> identity, Sex sex, Optional<LocalDate> birth, OptionalInt ageYears) {

    private static final int OLDEST = 130;

    public CartPatient {
        name = name.flatMap(CartRecording::plainOrNone);
        identity = identity.flatMap(CartRecording::plainOrNone);
    }

    /** The patient at the day of the recording; an age that cannot be is none. */
    public Patient on(LocalDate day) {
        OptionalInt years = birth.isPresent()
                ? OptionalInt.of(Period.between(birth.get(), day).getYears())
                : ageYears;
        boolean possible = years.isPresent() && years.getAsInt() >= 0 && years.getAsInt() <= OLDEST;
        return new Patient(name, identity, sex, possible ? years : OptionalInt.empty());
    }

    @Override
    public String toString() {
        return "CartPatient[masked]";
    }
}
