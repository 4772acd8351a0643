package org.ecgnet.format.scp;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Sex;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartPatient;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.ForeignText;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** The tags of section 1: who, with what, when. */
final class ScpHeader {

    private static final int LAST_NAME = 0;
    private static final int FIRST_NAME = 1;
    private static final int IDENTITY = 2;
    private static final int AGE = 4;
    private static final int BIRTH = 5;
    private static final int SEX = 8;
    private static final int DEVICE = 14;
    private static final int TECHNICIAN = 22;
    private static final int DATE = 25;
    private static final int TIME = 26;
    private static final int ZONE = 34;
    private static final int END = 255;
    private static final int DEVICE_MODEL_AT = 8;
    private static final int DEVICE_MODEL_BYTES = 6;
    private static final int AGE_IN_YEARS = 1;
    private static final int NO_ZONE = 0x7FFF;
    private static final int MOST_ZONE_MINUTES = 18 * 60;

    private final Map<Integer, byte[]> tags = new HashMap<>();

    ScpHeader(LittleEndian section) {
        int at = 0;
        while (at + 3 <= section.length() && section.u8(at) != END) {
            int length = section.u16(at + 1);
            tags.putIfAbsent(section.u8(at), section.part(at + 3, length));
            at += 3 + length;
        }
    }

    private LittleEndian tag(int tag) {
        return new LittleEndian(tags.getOrDefault(tag, new byte[0]), 1);
    }

    private String text(int tag) {
        return ForeignText.of(tag(tag).bytes());
    }

    CartTime recordedAt() {
        LittleEndian date = tag(DATE);
        LittleEndian time = tag(TIME);
        if (date.length() < 4 || time.length() < 3) {
            throw new RefusedFile(Refusal.NO_TIME, "section 1 has no date or time");
        }
        LocalDate day = CartNames.date(date.u16(0), date.u8(2), date.u8(3))
                .orElseThrow(() -> new RefusedFile(Refusal.NO_TIME, "section 1 has a date that is none"));
        if (time.u8(0) > 23 || time.u8(1) > 59 || time.u8(2) > 59) {
            throw new RefusedFile(Refusal.NO_TIME, "section 1 has a time that is none");
        }
        return new CartTime(LocalDateTime.of(day, LocalTime.of(time.u8(0), time.u8(1), time.u8(2))), offset());
    }

    private Optional<ZoneOffset> offset() {
        LittleEndian zone = tag(ZONE);
        if (zone.length() < 2 || zone.i16(0) == NO_ZONE || Math.abs(zone.i16(0)) > MOST_ZONE_MINUTES) {
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofTotalSeconds(zone.i16(0) * 60));
    }

    CartPatient patient() {
        LittleEndian sex = tag(SEX);
        LittleEndian birth = tag(BIRTH);
        LittleEndian age = tag(AGE);
        boolean inYears = age.length() >= 3 && age.u8(2) == AGE_IN_YEARS;
        return new CartPatient(
                Optional.of((text(LAST_NAME) + " " + text(FIRST_NAME)).strip()),
                Optional.of(text(IDENTITY)),
                sex.length() == 0 ? Sex.UNKNOWN : sexOf(sex.u8(0)),
                birth.length() < 4 ? Optional.empty() : CartNames.date(birth.u16(0), birth.u8(2), birth.u8(3)),
                inYears ? OptionalInt.of(age.u16(0)) : OptionalInt.empty());
    }

    private static Sex sexOf(int code) {
        return code == 1 ? Sex.MALE : code == 2 ? Sex.FEMALE : Sex.UNKNOWN;
    }

    String device() {
        LittleEndian device = tag(DEVICE);
        return device.length() < DEVICE_MODEL_AT + DEVICE_MODEL_BYTES
                ? ""
                : ForeignText.of(device.part(DEVICE_MODEL_AT, DEVICE_MODEL_BYTES));
    }

    String operator() {
        return text(TECHNICIAN);
    }
}
