package org.ecgnet.format.dicom;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ecgnet.format.cart.CartTime;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** When a data set was acquired: by its acquisition, its content, its series or its study. */
final class DicomTime {

    private static final int ACQUISITION = 0x0008_002A;
    private static final int OFFSET = 0x0008_0201;

    /** Dates, each with its time. */
    private static final List<int[]> PAIRS = List.of(
            new int[] {0x0008_0022, 0x0008_0032},
            new int[] {0x0008_0023, 0x0008_0033},
            new int[] {0x0008_0021, 0x0008_0031},
            new int[] {0x0008_0020, 0x0008_0030});

    private DicomTime() {}

    static CartTime of(DataSet all) {
        String whole = all.text(ACQUISITION);
        Optional<ZoneOffset> told = offset(all.text(OFFSET));
        if (whole.matches("\\d{12}.*")) {
            int sign = Math.max(whole.indexOf('+'), whole.indexOf('-'));
            Optional<ZoneOffset> own = sign < 0 ? Optional.empty() : offset(whole.substring(sign));
            String local = sign < 0 ? whole : whole.substring(0, sign);
            Optional<CartTime> at = at(local.substring(0, 8), local.substring(8));
            if (at.isPresent()) {
                return at.get().with(own.isPresent() ? own : told);
            }
        }
        for (int[] pair : PAIRS) {
            Optional<CartTime> at = at(all.text(pair[0]), all.text(pair[1]));
            if (at.isPresent()) {
                return at.get().with(told);
            }
        }
        throw new RefusedFile(Refusal.NO_TIME, "no date and time of acquisition, content, series or study");
    }

    private static Optional<CartTime> at(String date, String time) {
        String digits = time.replace(":", "");
        if (!digits.matches("\\d{4}(\\d{2}(\\.\\d+)?)?")) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(digits.substring(0, 2));
        int minute = Integer.parseInt(digits.substring(2, 4));
        int second = digits.length() < 6 ? 0 : Integer.parseInt(digits.substring(4, 6));
        return DicomFormat.day(date).flatMap(day -> CartTime.of(day, hour, minute, second));
    }

    private static Optional<ZoneOffset> offset(String text) {
        if (!text.matches("[+-]\\d{4}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
