package org.ecgnet.edge.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpLinkIT {

    private final TcpLink link = new TcpLink(Duration.ofMillis(700));
    private ServerSocket box;

    @BeforeEach
    void listen() throws IOException {
        box = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        box.close();
    }

    private String address() {
        return "tcp://127.0.0.1:" + box.getLocalPort();
    }

    @Test
    void bytesComeAndGoWhole() throws IOException {
        assertThat(link.open(address(), 115_200)).isEmpty();
        byte[] said = new byte[3_000_000];
        new Random(5).nextBytes(said);
        try (Socket unit = box.accept()) {
            Thread speaker = new Thread(() -> {
                try {
                    unit.getOutputStream().write(said);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            speaker.start();
            assertThat(read(link, said.length)).isEqualTo(said);
            assertThat(link.write(new byte[] {1, 2, 3})).isTrue();
            assertThat(unit.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aBoxThatClosesIsALostLineAtOnceAndOpensAgain() throws IOException {
        try (TcpLink patient = new TcpLink(Duration.ofMinutes(5))) {
            patient.open(address(), 115_200);
            box.accept().close();

            assertThat(untilLost(patient)).isLessThan(Duration.ofMinutes(1));
            assertThat(patient.open(address(), 115_200)).isEmpty();
            try (Socket unit = box.accept()) {
                unit.getOutputStream().write(7);
                assertThat(read(patient, 1)).containsExactly(7);
            }
        }
    }

    @Test
    void aBoxThatDiesWithoutAWordIsALostLine() throws IOException {
        link.open(address(), 115_200);
        try (Socket unit = box.accept()) {
            unit.getOutputStream().write(7);
            assertThat(read(link, 1)).containsExactly(7);

            assertThat(untilLost(link)).isGreaterThan(Duration.ofMillis(500));
        }
    }

    @Test
    void whatCannotBeReachedIsSaid() throws IOException {
        String address = address();
        box.close();

        assertThat(link.open(address, 115_200).orElseThrow()).startsWith("cannot reach tcp://127.0.0.1:");
        assertThat(link.open("tcp://nowhere", 115_200).orElseThrow()).contains("expected: tcp://host:port");
        assertThat(link.read(new byte[10])).isEqualTo(SerialLink.LOST);
        assertThat(link.write(new byte[1])).isFalse();
    }

    private static byte[] read(TcpLink link, int bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (all.size() < bytes) {
            int count = link.read(chunk);
            assertThat(count).isNotEqualTo(SerialLink.LOST);
            all.write(chunk, 0, count);
        }
        return all.toByteArray();
    }

    private static Duration untilLost(TcpLink link) {
        long from = System.nanoTime();
        byte[] chunk = new byte[100];
        int count = 0;
        while (count != SerialLink.LOST) {
            count = link.read(chunk);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
