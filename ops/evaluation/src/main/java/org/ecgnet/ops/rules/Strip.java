package org.ecgnet.ops.rules;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.triage.Evidence;

/** A few seconds of one or two leads as SVG, at 25 mm/s and 10 mm/mV; the unit of its drawing is a tenth of a millimetre. */
final class Strip {

    private static final int SECONDS = 5;
    private static final int MOST_LEADS = 2;
    private static final int UNITS_A_SECOND = 250;
    private static final double UNITS_A_MICROVOLT = 0.1;
    private static final int ROW = 300;
    private static final int STEP = 2;
    private static final int HALF_ROW_MICROVOLTS = 1_400;

    private Strip() {}

    /** The leads that the finding names, else II; from a little before the beats that it names, if those are few. */
    static String of(Example example) {
        Waveform ecg = example.recording().waveform();
        List<Lead> leads = leads(example.finding().evidence());
        int from = from(example, ecg);
        int width = SECONDS * UNITS_A_SECOND;
        StringBuilder svg = new StringBuilder(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%3$dmm" height="%4$dmm">
                <defs><pattern id="g" width="50" height="50" patternUnits="userSpaceOnUse">
                <path d="M50 0H0V50" fill="none" stroke="#e8b4b4" stroke-width="2"/></pattern></defs>
                <rect width="%1$d" height="%2$d" fill="#fff8f6"/><rect width="%1$d" height="%2$d" fill="url(#g)"/>
                """
                        .formatted(width, ROW * leads.size(), width / 10, ROW * leads.size() / 10));
        for (int row = 0; row < leads.size(); row++) {
            double[] microvolts = ecg.microvolts(leads.get(row)).orElseThrow();
            svg.append("<path fill=\"none\" stroke=\"#111\" stroke-width=\"4\" stroke-linejoin=\"round\" d=\"")
                    .append(trace(microvolts, from, ecg.rate().hertz(), row * ROW + ROW / 2))
                    .append("\"/>\n<text x=\"10\" y=\"")
                    .append(row * ROW + 40)
                    .append("\" font-family=\"sans-serif\" font-size=\"36\">")
                    .append(leads.get(row).label())
                    .append("</text>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<Lead> leads(List<Evidence> evidence) {
        List<Lead> named = evidence.stream()
                .flatMap(one -> one.lead().stream())
                .filter(Lead.STANDARD_12::contains)
                .distinct()
                .limit(MOST_LEADS)
                .toList();
        return named.isEmpty() ? List.of(Lead.II) : named;
    }

    private static int from(Example example, Waveform ecg) {
        int hertz = ecg.rate().hertz();
        int latest = ecg.length() - SECONDS * hertz;
        return example.finding().evidence().stream()
                .filter(one -> !one.beatSamples().isEmpty() && one.beatSamples().size() <= 3)
                .mapToInt(one -> one.beatSamples().get(0) - hertz / 2)
                .map(first -> Math.max(0, Math.min(latest, first)))
                .findFirst()
                .orElse(0);
    }

    /** Every second unit of width the sample that is there, as a path of steps. */
    private static String trace(double[] microvolts, int from, int hertz, int middle) {
        StringBuilder path = new StringBuilder();
        int last = 0;
        for (int x = 0; x <= SECONDS * UNITS_A_SECOND; x += STEP) {
            int sample = Math.min(microvolts.length - 1, from + x * hertz / UNITS_A_SECOND);
            double shown = Math.max(-HALF_ROW_MICROVOLTS, Math.min(HALF_ROW_MICROVOLTS, microvolts[sample]));
            int y = middle - (int) Math.round(shown * UNITS_A_MICROVOLT);
            path.append(x == 0 ? "M0 " + y : y == last ? "h" + STEP : "l" + STEP + " " + (y - last));
            last = y;
        }
        return path.toString();
    }
}
