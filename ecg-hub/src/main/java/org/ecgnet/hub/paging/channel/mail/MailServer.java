package org.ecgnet.hub.paging.channel.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A mail server.
 *
 * @param from address of the sender
 * @param login empty for a server that knows its senders otherwise
 * @param timeout of one attempt, from connecting to the server's last word
 * @param trustedCertificates PEM file of the authorities its certificate may come from; empty for those of the JDK
 */
public record MailServer(
        String name,
        String host,
        int port,
        Encryption encryption,
        String from,
        Optional<Login> login,
        Duration timeout,
        Optional<Path> trustedCertificates) {

    /** How the way there is encrypted. */
    public enum Encryption {
        /** The server must offer STARTTLS, or nothing is sent. */
        STARTTLS,
        /** From the first byte on. */
        TLS,
        /** Not at all: to this machine itself only. */
        NONE
    }

    /** Without the password in its text. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
