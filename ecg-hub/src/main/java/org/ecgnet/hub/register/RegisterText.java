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

    static String sex(Sex sex, RegisterLanguage language) {
        return switch (sex) {
            case MALE -> language.of("男", "M");
            case FEMALE -> language.of("女", "F");
            case UNKNOWN -> language.of("不详", "unknown");
        };
    }

    static String symptoms(Symptoms symptoms, RegisterLanguage language) {
        List<String> words = new ArrayList<>();
        if (symptoms.chestPain()) {
            words.add(language.of("胸痛", "chest pain"));
        }
        if (symptoms.syncope()) {
            words.add(language.of("晕厥", "syncope"));
        }
        if (symptoms.dyspnoea()) {
            words.add(language.of("呼吸困难", "dyspnoea"));
        }
        if (symptoms.shock()) {
            words.add(language.of("休克", "shock"));
        }
        return String.join(language.of("、", ", "), words);
    }
}
