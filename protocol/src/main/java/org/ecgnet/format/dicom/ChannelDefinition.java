package org.ecgnet.format.dicom;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.SampleText;

/** What a channel is: its lead, and what its counts mean. */
record ChannelDefinition(DataSet definition) {

    private static final int LABEL = 0x003A_0203;
    private static final int SOURCE = 0x003A_0208;
    private static final int SENSITIVITY = 0x003A_0210;
    private static final int UNITS = 0x003A_0211;
    private static final int CORRECTION = 0x003A_0212;
    private static final int BASELINE = 0x003A_0213;
    private static final int CODE = 0x0008_0100;
    private static final int SCHEME = 0x0008_0102;
    private static final int MEANING = 0x0008_0104;
    private static final Pattern NUMBERED = Pattern.compile("(?:\\S* 5\\.6\\.3-9-|MDC 2:)(\\d{1,3})");

    /**
     * By code, {@code 5.6.3-9-1} of SCP-ECG or {@code 2:1} of MDC for lead I; where there is none, by meaning or label. A
     * number of another lead is that lead, whatever stands beside it.
     */
    Optional<Lead> lead() {
        Optional<DataSet> source = definition.item(SOURCE);
        String code = source.map(one -> one.text(CODE)).orElse("");
        String scheme = source.map(one -> one.text(SCHEME)).orElse("");
        Matcher numbered = NUMBERED.matcher(scheme + " " + code);
        int number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
        return number > 0
                ? CartNames.leadOf(number)
                : CartNames.leadOf(code)
                        .or(() -> source.flatMap(one -> CartNames.leadOf(one.words(MEANING))))
                        .or(() -> CartNames.leadOf(definition.words(LABEL)));
    }

    /** Microvolts = count x sensitivity x correction + baseline, all in the sensitivity's unit. */
    LeadScale scale() {
        Optional<DataSet> units = definition.item(UNITS);
        OptionalDouble byCode =
                CartWaveform.microvolts(units.map(one -> one.text(CODE)).orElse(""));
        if (units.isEmpty() || definition.text(SENSITIVITY).isEmpty()) {
            throw new RefusedFile(Refusal.NO_UNITS, "a channel without sensitivity or unit");
        }
        double microvolts = byCode.isPresent()
                ? byCode.getAsDouble()
                : CartWaveform.microvoltsOf(units.get().text(MEANING));
        double correction = or(definition.text(CORRECTION), 1);
        double perCount = SampleText.decimal(definition.text(SENSITIVITY)) * correction * microvolts;
        return CartWaveform.scale(perCount, or(definition.text(BASELINE), 0) * microvolts);
    }

    private static double or(String text, double otherwise) {
        return text.isEmpty() ? otherwise : SampleText.decimal(text);
    }
}
