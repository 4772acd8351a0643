package org.ecgnet.sim.serial;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The unit's end of a pseudo-terminal in raw mode: no byte is changed, echoed or held back. Calls never block. For one
 * thread.
 */
public final class Pty implements AutoCloseable {

    /** What {@link #read} gives while nobody has the other end open. */
    public static final int NOBODY = -1;

    private final int master;
    private final Path port;

    private Pty(int master, Path port) {
        this.master = master;
        this.port = port;
    }

    /** @throws SerialException when the kernel gives no pseudo-terminal */
    public static Pty open() {
        int master = LibC.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
        if (master < 0) {
            throw SerialException.during("posix_openpt", Native.getLastError());
        }
        byte[] name = new byte[128];
        check("grantpt", LibC.grantpt(master));
        check("unlockpt", LibC.unlockpt(master));
        check("ptsname_r", LibC.ptsname_r(master, name, new NativeLong(name.length)));
        int length = 0;
        while (name[length] != 0) {
            length++;
        }
        Path port = Path.of(new String(name, 0, length, StandardCharsets.US_ASCII));
        makeRaw(port);
        return new Pty(master, port);
    }

    /** Set once from the other end; it stays while this end is open. Closing it marks the port as open by nobody. */
    private static void makeRaw(Path port) {
        int slave = LibC.open(port.toString(), LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC);
        check("open " + port, slave);
        try (Memory termios = new Memory(LibC.TERMIOS_BYTES)) {
            check("tcgetattr", LibC.tcgetattr(slave, termios));
            LibC.cfmakeraw(termios);
            check("tcsetattr", LibC.tcsetattr(slave, LibC.TCSANOW, termios));
        } finally {
            check("close", LibC.close(slave));
        }
    }

    private static void check(String what, int result) {
        if (result < 0) {
            throw SerialException.during(what, Native.getLastError());
        }
    }

    /** The path that the edge opens. */
    public Path port() {
        return port;
    }

    /** Bytes read, 0 when none wait, {@link #NOBODY} while nobody has the port open. */
    public int read(byte[] buffer) {
        int read = LibC.read(master, buffer, new NativeLong(buffer.length)).intValue();
        if (read >= 0) {
            return read;
        }
        return switch (Native.getLastError()) {
            case LibC.EAGAIN -> 0;
            case LibC.EIO -> NOBODY;
            default -> throw SerialException.during("read " + port, Native.getLastError());
        };
    }

    /** Bytes taken by the kernel; 0 when its buffer is full or nobody has the port open. */
    public int write(byte[] bytes) {
        int written = LibC.write(master, bytes, new NativeLong(bytes.length)).intValue();
        if (written >= 0) {
            return written;
        }
        int error = Native.getLastError();
        if (error == LibC.EAGAIN || error == LibC.EIO) {
            return 0;
        }
        throw SerialException.during("write " + port, error);
    }

    /** Forgets what waits in either direction, as a closed serial port does. */
    public void flush() {
        check("tcflush", LibC.tcflush(master, LibC.TCIOFLUSH));
    }

    /** The plug is pulled: whoever has the port open sees it end. */
    @Override
    public void close() {
        check("close", LibC.close(master));
    }
}
