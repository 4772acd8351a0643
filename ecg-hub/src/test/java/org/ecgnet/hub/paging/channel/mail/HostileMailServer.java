package org.ecgnet.hub.paging.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A real mail server on loopback that misbehaves on demand. */
final class HostileMailServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Optional<SSLContext> tls;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String atRecipient = "250 ok";
    private volatile String atData = "250 taken";
    private volatile boolean silent;
    private volatile boolean dripping;
    private volatile boolean resetting;
    private volatile boolean encryptedSession;

    /** @param tls what STARTTLS is offered with; empty: it is not offered */
    HostileMailServer(Optional<SSLContext> tls) throws IOException {
        this.tls = tls;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "hostile-mail");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    void refuseRecipientsWith(String line) {
        atRecipient = line;
    }

    void refuseLettersWith(String line) {
        atData = line;
    }

    void hang() {
        silent = true;
    }

    /** A byte now and then, so that no single read takes too long. */
    void drip() {
        dripping = true;
    }

    void reset() {
        resetting = true;
    }

    List<String> letters() {
        return letters;
    }

    /** True when the last letter came over TLS. */
    boolean encrypted() {
        return encryptedSession;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread thread = new Thread(() -> serve(socket), "hostile-mail-session");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket plain) {
        Socket socket = plain;
        try (plain) {
            if (resetting) {
                plain.setSoLinger(true, 0);
                return;
            }
            if (silent) {
                closing.await(60, TimeUnit.SECONDS);
                return;
            }
            if (dripping) {
                drip(plain);
                return;
            }
            say(socket, "220 hostile ESMTP");
            boolean goesOn = true;
            while (goesOn) {
                BufferedReader lines = reader(socket);
                boolean upgrade = session(socket, lines);
                goesOn = upgrade;
                if (upgrade) {
                    socket = secured(plain);
                }
            }
        } catch (IOException e) {
            // the client went away, as it may
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drip(Socket socket) throws IOException, InterruptedException {
        while (!closing.await(50, TimeUnit.MILLISECONDS)) {
            socket.getOutputStream().write("220-x\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    /** @return true when the client asked for TLS */
    private boolean session(Socket socket, BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO")) {
                boolean offer = tls.isPresent() && !(socket instanceof SSLSocket);
                say(socket, offer ? "250-hostile\r\n250 STARTTLS" : "250 hostile");
            } else if (command.startsWith("STARTTLS")) {
                say(socket, "220 go ahead");
                return true;
            } else if (command.startsWith("RCPT")) {
                say(socket, atRecipient);
            } else if (command.startsWith("DATA")) {
                say(socket, "354 go ahead");
                String letter = letter(lines);
                if (atData.startsWith("2")) {
                    letters.add(letter);
                    encryptedSession = socket instanceof SSLSocket;
                }
                say(socket, atData);
            } else if (command.startsWith("QUIT")) {
                say(socket, "221 bye");
                return false;
            } else {
                say(socket, "250 ok");
            }
        }
        return false;
    }

    private static String letter(BufferedReader lines) throws IOException {
        var letter = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
