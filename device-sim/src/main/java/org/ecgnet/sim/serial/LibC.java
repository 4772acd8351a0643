package org.ecgnet.sim.serial;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The few functions of the C library that a pseudo-terminal needs; constants are Linux's. */
final class LibC {

    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int TCSANOW = 0;
    static final int TCIOFLUSH = 2;

    /** More than {@code struct termios} takes on any Linux. */
    static final int TERMIOS_BYTES = 256;

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    static native int posix_openpt(int flags);

    static native int grantpt(int fd);

    static native int unlockpt(int fd);

    static native int ptsname_r(int fd, byte[] name, NativeLong length);

    static native int open(String path, int flags);

    static native int close(int fd);

    static native NativeLong read(int fd, byte[] buffer, NativeLong length);

    static native NativeLong write(int fd, byte[] buffer, NativeLong length);

    static native int tcgetattr(int fd, Pointer termios);

    static native void cfmakeraw(Pointer termios);

    static native int tcsetattr(int fd, int when, Pointer termios);

    static native int tcflush(int fd, int queue);
}
