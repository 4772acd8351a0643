package org.ecgnet.edge;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecgnet.sim.serial.Pty;

/** A satellite receiver on a pseudo-terminal: something that speaks, and is no ECG unit. */
final class ForeignDevice implements AutoCloseable {

    private static final byte[] SENTENCE = "$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final Pty pty = Pty.open();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "foreign device");
    private volatile boolean held;
    private volatile boolean wasHeld;

    ForeignDevice() {
        thread.setDaemon(true);
        thread.start();
    }

    String port() {
        return pty.port().toString();
    }

    /** True while somebody has its port open. */
    boolean held() {
        return held;
    }

    /** True once somebody had. */
    boolean wasHeld() {
        return wasHeld;
    }

    private void run() {
        byte[] asked = new byte[1024];
        try {
            while (!closing.await(50, TimeUnit.MILLISECONDS)) {
                held = pty.read(asked) != Pty.NOBODY;
                wasHeld |= held;
                if (held) {
                    pty.write(SENTENCE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pty.close();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
