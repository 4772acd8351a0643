package org.ecgnet.edge.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.ecgnet.protocol.release.Digests;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.SignedRelease;

/** The hub's shelf of new versions, over HTTPS. Blocks. */
final class ReleaseSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_FETCH = Duration.ofMinutes(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final URI shelf;
    private final HttpClient client;

    /** @param trust says which hub is believed to be one */
    ReleaseSource(URI hub, SSLContext trust) {
        this.shelf = hub.resolve("/api/release/");
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(trust)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * The text of the offer, not verified; empty when there is none.
     *
     * @throws UpdateException when the hub does not answer
     */
    Optional<String> offer() throws InterruptedException {
        try (Answer answer = get(SignedRelease.FILE, PATIENCE)) {
            if (answer.status() == NOT_FOUND) {
                return Optional.empty();
            }
            byte[] text = answer.body().readNBytes(SignedRelease.MOST_CHARACTERS + 1);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Writes the zip of an offer to a file.
     *
     * @throws UpdateException when the hub does not answer or what it has is not what was signed
     */
    void fetch(Release release, Path to) throws InterruptedException {
        MessageDigest digest = Digests.sha256();
        try (Answer answer = get(release.file(), LONGEST_FETCH);
                OutputStream file = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            if (answer.status() != OK) {
                throw new UpdateException("the hub has not the file " + release.file() + ", which its offer names");
            }
            copy(answer.body(), file, release.bytes());
        } catch (IOException e) {
            throw unreachable(e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(release.sha256())) {
            throw new UpdateException("the hub's file " + release.file() + " is not the one that was signed");
        }
    }

    private static void copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            bytes += read;
            if (bytes > most) {
                throw new UpdateException("the hub's file is longer than the one that was signed");
            }
            to.write(buffer, 0, read);
        }
    }

    private Answer get(String name, Duration within) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(shelf.resolve(name)).timeout(within).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        return new Answer(response.statusCode(), response.body());
    }

    private UpdateException unreachable(IOException e) {
        return new UpdateException(
                "the hub's shelf of versions at " + shelf + " does not answer: " + e.getMessage(), e);
    }

    private record Answer(int status, InputStream body) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
