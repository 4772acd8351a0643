package org.ecgnet.edge.serial;

import java.time.Duration;
import java.util.Optional;

/** A port of this computer or of a box on the network, by its name. */
public final class AnyLink implements SerialLink {

    private final SerialLink serial = new JSerialCommLink();
    private final SerialLink tcp;
    private volatile SerialLink current = serial;

    /** @param lostAfter silence of a box on the network after which its line is lost */
    public AnyLink(Duration lostAfter) {
        this.tcp = new TcpLink(lostAfter);
    }

    @Override
    public Optional<String> open(String port, int baud) {
        close();
        current = port.startsWith(TcpLink.SCHEME) ? tcp : serial;
        return current.open(port, baud);
    }

    @Override
    public int read(byte[] into) {
        return current.read(into);
    }

    @Override
    public boolean write(byte[] bytes) {
        return current.write(bytes);
    }

    @Override
    public void close() {
        current.close();
    }
}
