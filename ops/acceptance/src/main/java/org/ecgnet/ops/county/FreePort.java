package org.ecgnet.ops.county;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ecgnet.ops.program.ProgramException;

/** A port that was free a moment ago: for programs that must know each other's before either runs. */
public final class FreePort {

    private FreePort() {}

    public static int choose() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ProgramException("no free port on loopback", e);
        }
    }
}
