package org.ecgnet.hub.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * Reads the group {@code report} of the hub's settings.
 *
 * @param county as the head of the paper names it
 * @param fonts TrueType files, in the order in which a character is looked for
 */
public record ReportSettings(ReportPolicy policy, Sealer sealer, String county, List<Path> fonts) {

    private static final Duration SECOND = Duration.ofSeconds(1);

    public ReportSettings {
        fonts = List.copyOf(fonts);
    }

    private enum ReadFirst {
        NONE,
        NON_URGENT
    }

    /** @throws SettingsException for a value that cannot be used, naming its key */
    public static ReportSettings from(StrictSettings report) {
        List<LocalTime> night = night(report);
        String gateway = report.text("signature-gateway");
        var policy = new ReportPolicy(
                report.choice("second-reader", ReportPolicy.SecondReader.class),
                night.get(0),
                night.get(1),
                zone(report),
                report.duration("night-pause", SECOND, Duration.ofHours(1)),
                report.choice("read-first", ReadFirst.class) == ReadFirst.NON_URGENT);
        return new ReportSettings(
                policy,
                gateway.isEmpty() ? Sealer.DIGEST_ONLY : sealer(report, gateway),
                report.text("county"),
                report.texts("fonts").stream().map(Path::of).toList());
    }

    private static List<LocalTime> night(StrictSettings report) {
        String text = report.text("night");
        try {
            String[] ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new DateTimeException(text);
            }
            return List.of(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        } catch (DateTimeException e) {
            throw new SettingsException("setting 'report.night': '" + text + "' (expected: such as 18:00-08:00)");
        }
    }

    private static ZoneId zone(StrictSettings report) {
        String text = report.text("zone");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new SettingsException("setting 'report.zone': '" + text + "' (expected: such as Asia/Shanghai)");
        }
    }

    private static Sealer sealer(StrictSettings report, String gateway) {
        String scheme = gateway.toLowerCase(Locale.ROOT);
        if (!scheme.startsWith("https://") && !scheme.startsWith("http://127.0.0.1:")) {
            throw new SettingsException("setting 'report.signature-gateway': '" + gateway
                    + "' (expected: https://.. or http://127.0.0.1:PORT/..)");
        }
        try {
            return new HttpSealer(
                    URI.create(gateway), report.duration("signature-within", SECOND, Duration.ofMinutes(1)));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("setting 'report.signature-gateway': '" + gateway + "' (expected: a URL)");
        }
    }
}
