package org.ecgnet.edge.serial;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.ecgnet.protocol.device.Claim;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.Recognition;

/**
 * Finds out what is on a port: at each usual speed it listens first, and asks, model after model, only where nothing
 * was understood. For one thread.
 */
public final class PortProbe {

    private static final int READ_BYTES = 4096;
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Duration NOT_BUSY = Duration.ofMillis(5);
    private static final int MOST_BYTES = 256 * 1024;

    private final SerialLink link;
    private final Duration listening;
    private final Duration answering;

    /**
     * @param listening how long a line is listened to
     * @param answering how long an answer is waited for
     */
    public PortProbe(SerialLink link, Duration listening, Duration answering) {
        this.link = link;
        this.listening = listening;
        this.answering = answering;
    }

    /** What is on a port; it is closed again whatever that is. */
    public PortFinding probe(String port) {
        return probe(port, () -> true);
    }

    /** @param going the probe ends soon after this is no longer true */
    PortFinding probe(String port, BooleanSupplier going) {
        int heard = 0;
        boolean first = true;
        for (int baud : DeviceCodecs.usualBauds()) {
            Optional<String> trouble = open(port, baud, first);
            first = false;
            if (trouble.isPresent()) {
                return new PortFinding.Closed(port, trouble.get());
            }
            try {
                byte[] said = listen(listening, going);
                heard += said.length;
                List<Claim> claims = Recognition.of(said);
                if (claims.isEmpty()) {
                    claims = asked(baud, going);
                }
                if (!claims.isEmpty()) {
                    return claims.size() == 1
                            ? new PortFinding.Recognised(port, baud, claims.get(0))
                            : new PortFinding.Ambiguous(port, baud, claims);
                }
            } finally {
                link.close();
            }
        }
        return new PortFinding.NotRecognised(port, heard);
    }

    /** A driver may need a moment to let go of a port that was just closed. */
    private Optional<String> open(String port, int baud, boolean first) {
        Optional<String> trouble = link.open(port, baud);
        for (int attempt = 1; !first && trouble.isPresent() && attempt < ATTEMPTS; attempt++) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            trouble = link.open(port, baud);
        }
        return trouble;
    }

    /**
     * The models whose unit answers; each is asked in its own words. A unit that names itself ends the questions: those
     * of another model might set it going.
     */
    private List<Claim> asked(int baud, BooleanSupplier going) {
        List<Claim> claims = new ArrayList<>();
        for (DeviceModel model : DeviceCodecs.all()) {
            byte[] question = model.codec(model.trials().get(0)).write(DeviceCommand.IDENTIFY);
            if (going.getAsBoolean() && model.usualBaud() == baud && question.length > 0 && link.write(question)) {
                Claim claim = Recognition.best(model, listen(answering, going));
                if (claim.answers() && claim.announced()) {
                    return List.of(claim);
                } else if (claim.answers()) {
                    claims.add(claim);
                }
            }
        }
        return claims;
    }

    private byte[] listen(Duration atLeast, BooleanSupplier going) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        byte[] chunk = new byte[READ_BYTES];
        long until = System.nanoTime() + atLeast.toNanos();
        while (going.getAsBoolean() && System.nanoTime() < until && said.size() < MOST_BYTES) {
            int count = link.read(chunk);
            if (count < 0) {
                break;
            }
            if (count == 0) {
                LockSupport.parkNanos(NOT_BUSY.toNanos()); // a driver that does not wait must not make this a busy loop
            }
            said.write(chunk, 0, count);
        }
        return said.toByteArray();
    }
}
