package org.ecgnet.edge.serial;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
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

    public PortFinding probe(String port) {
        int heard = 0;
        for (int baud : DeviceCodecs.usualBauds()) {
            Optional<String> trouble = open(port, baud);
            if (trouble.isPresent()) {
                return new PortFinding.Closed(port, trouble.get());
            }
            try {
                byte[] said = listen(listening);
                heard += said.length;
                List<Claim> claims = Recognition.of(said);
                if (claims.isEmpty()) {
                    claims = asked(baud);
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
    private Optional<String> open(String port, int baud) {
        Optional<String> trouble = link.open(port, baud);
        for (int attempt = 1; trouble.isPresent() && attempt < ATTEMPTS; attempt++) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            trouble = link.open(port, baud);
        }
        return trouble;
    }

    /**
     * The models whose unit answers; each is asked in its own words. A unit that names itself ends the questions: those
     * of another model might set it going.
     */
    private List<Claim> asked(int baud) {
        List<Claim> claims = new ArrayList<>();
        for (DeviceModel model : DeviceCodecs.all()) {
            byte[] question = model.codec(model.trials().get(0)).write(DeviceCommand.IDENTIFY);
            if (model.usualBaud() == baud && question.length > 0 && link.write(question)) {
                Claim claim = Recognition.best(model, listen(answering));
                if (claim.answers() && claim.announced()) {
                    return List.of(claim);
                } else if (claim.answers()) {
                    claims.add(claim);
                }
            }
        }
        return claims;
    }

    private byte[] listen(Duration atLeast) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        byte[] chunk = new byte[READ_BYTES];
        long until = System.nanoTime() + atLeast.toNanos();
        while (System.nanoTime() < until && said.size() < MOST_BYTES) {
            int count = link.read(chunk);
            if (count < 0) {
                break;
            }
            said.write(chunk, 0, count);
        }
        return said.toByteArray();
    }
}
