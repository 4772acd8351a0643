package org.ecgnet.edge.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A port of this computer through jSerialComm.
 *
 * <p>Semi-blocking reads: back at once with whatever is there, or after 200 ms with nothing. After an unplug
 * {@code isOpen()} stays true and every read returns -1 at once, so -1 is the only sign taken.
 */
public final class JSerialCommLink implements SerialLink {

    private static final int READ_TIMEOUT_MILLIS = 200;
    private static final int DATA_BITS = 8;

    private volatile Optional<SerialPort> open = Optional.empty();

    /** Ports that the system lists, as {@code name: description}; a virtual port is never listed but can be opened. */
    public static List<String> listed() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> port.getSystemPortPath() + ": " + port.getDescriptivePortName())
                .sorted()
                .toList();
    }

    /** Paths or names of those ports. */
    static List<String> names() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(SerialPort::getSystemPortPath)
                .sorted()
                .toList();
    }

    @Override
    public Optional<String> open(String name, int baud) {
        close();
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            return Optional.of("no serial port named " + name);
        }
        port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        if (!port.openPort()) {
            return Optional.of("cannot open " + name + " (system error " + port.getLastErrorCode()
                    + "): is the unit plugged in, and may this user use serial ports?");
        }
        open = Optional.of(port);
        return Optional.empty();
    }

    @Override
    public int read(byte[] into) {
        return open.map(port -> port.readBytes(into, into.length)).orElse(LOST);
    }

    @Override
    public boolean write(byte[] bytes) {
        return open.map(port -> port.writeBytes(bytes, bytes.length) == bytes.length)
                .orElse(false);
    }

    @Override
    public void close() {
        open.ifPresent(SerialPort::closePort);
        open = Optional.empty();
    }
}
