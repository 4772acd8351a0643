package org.ecgnet.protocol.device;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;

/**
 * Which models could have sent the bytes of a line. Pure: nothing is asked of the line here.
 *
 * <p>Every model reads the same bytes under the profiles that it tries ({@link DeviceModel#trials()}). Where more than
 * one model claims them, a person must say which it is.
 */
public final class Recognition {

    private Recognition() {}

    /** The best claim of each model whose claim holds, the best understood first. */
    public static List<Claim> of(byte[] heard) {
        return DeviceCodecs.all().stream()
                .map(model -> best(model, heard))
                .filter(Claim::holds)
                .sorted(Comparator.comparingDouble(Claim::understood).reversed())
                .toList();
    }

    /** The model's best claim, whether it holds or not. */
    public static Claim best(DeviceModel model, byte[] heard) {
        return model.trials().stream()
                .map(profile -> claim(model.codec(profile), profile, heard))
                .max(Comparator.comparingDouble(Claim::understood).thenComparingInt(Claim::frames))
                .orElseThrow(() -> new IllegalStateException(model.name() + " tries no profile"));
    }

    private static Claim claim(DeviceCodec codec, UnitProfile profile, byte[] heard) {
        ByteBuffer line = ByteBuffer.wrap(heard);
        int frames = 0;
        int dropped = 0;
        boolean named = false;
        boolean first = true;
        for (DeviceEvent event : codec.read(line)) {
            if (event instanceof DeviceEvent.Rejected rejected) {
                dropped += first ? 0 : rejected.bytes(); // the line was met in the middle of a frame
            } else {
                frames++;
                named |= event instanceof DeviceEvent.Announced announced
                        && !(announced.serial().isEmpty()
                                && announced.firmware().isEmpty());
            }
            first = false;
        }
        int waiting = Math.max(0, line.remaining() - codec.longestFrame());
        double understood = heard.length == 0 ? 0 : 1 - (dropped + waiting) / (double) heard.length;
        return new Claim(profile, frames, frames == 0 ? 0 : understood, named);
    }
}
