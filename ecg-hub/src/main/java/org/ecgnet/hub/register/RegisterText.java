package org.ecgnet.hub.register;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.hub.critical.Signed;

/** How values stand in the register. */
final class RegisterText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private RegisterText() {}

    /** To the second: a register to the minute hides what a red is measured by. */
    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    static String time(Optional<Signed> signed, ZoneId zone) {
        return signed.map(who -> time(who.at(), zone)).orElse("");
    }

    static String by(Optional<Signed> signed) {
        return signed.map(Signed::by).orElse("");
    }

    static String both(Optional<Signed> signed, ZoneId zone) {
        return signed.map(who -> who.by() + " " + time(who.at(), zone)).orElse("");
    }

    static String sex(Sex sex) {
        return switch (sex) {
            case MALE -> "男";
            case FEMALE -> "女";
            case UNKNOWN -> "不详";
        };
    }

    static String symptoms(Symptoms symptoms) {
        List<String> words = new ArrayList<>();
        if (symptoms.chestPain()) {
            words.add("胸痛");
        }
        if (symptoms.syncope()) {
            words.add("晕厥");
        }
        if (symptoms.dyspnoea()) {
            words.add("呼吸困难");
        }
        if (symptoms.shock()) {
            words.add("休克");
        }
        return String.join("、", words);
    }
}
