package org.ecgnet.sim.device;

import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.reference.Announcement;

/** Which model speaks which language. */
final class Languages {

    /** 10 ms at 500 Hz: some USB boxes' drivers hand bytes over in such lots. */
    private static final int BOX_MOMENTS = 5;

    private Languages() {}

    /** @throws IllegalArgumentException when the model cannot send this format, or not at its baud rate */
    static UnitLanguage of(UnitModel model, UnitFormat format) {
        UnitLanguage language = language(model, format);
        if (language.bytesASecond() > model.baud() / 10) {
            throw new IllegalArgumentException("baud: " + model.baud() + " (expected: at least "
                    + language.bytesASecond() * 10L + " for what the unit sends)");
        }
        return language;
    }

    private static UnitLanguage language(UnitModel model, UnitFormat format) {
        if (model instanceof UnitModel.Reference unit) {
            Announcement announcement = new Announcement(unit.serial(), unit.firmware(), format, unit.bits());
            return new ReferenceLanguage(announcement, unit.momentsAFrame(), unit.batteryPercent());
        } else if (model instanceof UnitModel.UsbBox box) {
            return new UsbBoxLanguage(format, box.microvoltsPerCount());
        } else if (model instanceof UnitModel.Amplifier amplifier) {
            return amplifier(amplifier, format);
        }
        throw new IllegalStateException("model: " + model + " (expected: one of the sealed three)");
    }

    private static UnitLanguage amplifier(UnitModel.Amplifier unit, UnitFormat format) {
        return switch (unit.family()) {
            case OPENBCI_CYTON -> new CytonLanguage(format, unit.wiring());
            case HEALTHYPI_V4 -> new HealthyPiLanguage(format, unit.wiring());
            case BITALINO -> new BitalinoLanguage(format, unit.wiring());
            case ADS129X_RAW -> new Ads129xLanguage(format, unit.wiring());
        };
    }

    static int momentsAtOnce(UnitModel model) {
        return model instanceof UnitModel.Reference unit ? unit.momentsAFrame() : BOX_MOMENTS;
    }
}
