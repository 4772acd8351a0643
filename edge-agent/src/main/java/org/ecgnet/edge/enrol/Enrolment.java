package org.ecgnet.edge.enrol;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import org.ecgnet.protocol.enrolment.EnrolmentCode;

/** Takes this computer's certificate from the hub. Blocks for some seconds. */
public final class Enrolment {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private Enrolment() {}

    /**
     * Writes the key store, and its password beside it with the ending {@code .password}, for their owner's eyes only.
     *
     * @param hub address of the centre's console, https
     * @param keyStore file to write; there must be none
     * @throws EnrolmentException when it cannot be had, with what to do; a code that the hub has taken is used up
     */
    public static void take(URI hub, EnrolmentCode code, Path keyStore) {
        Path password = keyStore.resolveSibling(keyStore.getFileName() + ".password");
        requireAbsent(keyStore);
        requireAbsent(password);
        Config answer = ask(hub, code);
        try {
            byte[] store = Base64.getDecoder().decode(answer.getString("keyStore"));
            writeNew(password, answer.getString("password").getBytes(StandardCharsets.UTF_8));
            writeNew(keyStore, store);
        } catch (ConfigException | IllegalArgumentException e) {
            throw new EnrolmentException("what answers at " + hub + " is no hub: look at the address", e);
        } catch (IOException e) {
            throw new EnrolmentException(
                    "the certificate came, but cannot be written to " + keyStore
                            + ": ask the county for a new code, and choose a folder that you may write",
                    e);
        }
    }

    private static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new EnrolmentException(
                    file + " is there already: this computer has a certificate; to get another one, move"
                            + " the file away first");
        }
    }

    private static Config ask(URI hub, EnrolmentCode code) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(trusting(code))
                .build();
        HttpRequest request = HttpRequest.newBuilder(hub.resolve("/api/enrol"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"secret\":\"" + code.secret() + "\"}"))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            Config said = ConfigFactory.parseString(answer.body());
            if (answer.statusCode() != OK) {
                throw new EnrolmentException(
                        said.hasPath("english") ? said.getString("english") : "HTTP " + answer.statusCode());
            }
            return said;
        } catch (SSLHandshakeException e) {
            throw new EnrolmentException(
                    "what answers at " + hub
                            + " is not the hub of the county that made the code: look at the address and at"
                            + " the last two groups of the code",
                    e);
        } catch (IOException e) {
            throw new EnrolmentException("no answer from " + hub + ": look at the address and at the line", e);
        } catch (ConfigException e) {
            throw new EnrolmentException("what answers at " + hub + " is no hub: look at the address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnrolmentException("interrupted", e);
        }
    }

    private static SSLContext trusting(EnrolmentCode code) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {new NamedAuthority(code)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS 1.3", e);
        }
    }

    private static void writeNew(Path file, byte[] content) throws IOException {
        try {
            if (file.toAbsolutePath()
                    .getFileSystem()
                    .supportedFileAttributeViews()
                    .contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new EnrolmentException(file + " is there already: move it away first", e);
        }
        Files.write(file, content);
    }
}
