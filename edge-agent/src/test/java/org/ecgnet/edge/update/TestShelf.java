package org.ecgnet.edge.update;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ecgnet.edge.uplink.TestCertificates;
import org.ecgnet.protocol.release.Digests;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.ReleaseKeys;
import org.ecgnet.protocol.release.ReleaseVersion;
import org.ecgnet.protocol.release.SignedRelease;

/** A county's shelf of versions over real HTTPS, and versions made of the one that was built. */
public final class TestShelf implements AutoCloseable {

    /** The program as it was built, with {@code lib} beside it. */
    public static final Path BUILT = Path.of("target").toAbsolutePath();

    private static final String ADDRESS = "/api/release/";

    private final KeyPair county = ReleaseKeys.make();
    private final Map<String, byte[]> shown = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer server;

    public TestShelf(TestCertificates certificates) throws IOException, GeneralSecurityException {
        KeyStore key = KeyStore.getInstance(
                certificates.client("localhost").toFile(), TestCertificates.PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, TestCertificates.PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext(ADDRESS, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] file = shown.get(exchange.getRequestURI().getPath().substring(ADDRESS.length()));
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file);
            }
        }
    }

    /** For the settings of an agent. */
    public String settings() {
        return "update { hub = \"%s\", key = \"%s\", every = 1s, quiet-for = 0s, hub-within = 1m }\n"
                .formatted(hub(), ReleaseKeys.text(county.getPublic()));
    }

    URI hub() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    KeyPair county() {
        return county;
    }

    /** Offers a zip to everybody. */
    public void offer(String version, byte[] zip) {
        offer(version, zip, county);
    }

    void offer(String version, byte[] zip, KeyPair signer) {
        String name = "edge-agent-" + version + ".zip";
        String sha256 = HexFormat.of().formatHex(Digests.sha256().digest(zip));
        Release release = new Release(ReleaseVersion.parse(version), 2, name, zip.length, sha256, 100, List.of());
        shown.put(name, zip);
        shown.put(
                SignedRelease.FILE,
                SignedRelease.text(release, signer.getPrivate()).getBytes());
    }

    /** Shows something else under the name of an offered zip. */
    void exchange(String version, byte[] other) {
        shown.put("edge-agent-" + version + ".zip", other);
    }

    /** The program as it was built under another version's name. */
    public static byte[] bundle(String version) throws IOException {
        return bundle(version, "org.ecgnet.edge.EdgeAgent");
    }

    /** The same with another main class. */
    public static byte[] bundle(String version, String mainClass) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("edge-agent.jar"));
            zip.write(program(version, mainClass));
            try (var libraries = Files.list(BUILT.resolve("lib"))) {
                for (Path library : libraries.toList()) {
                    zip.putNextEntry(new ZipEntry("lib/" + library.getFileName()));
                    Files.copy(library, zip);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] program(String version, String mainClass) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var built = new JarFile(BUILT.resolve("edge-agent.jar").toFile())) {
            Manifest manifest = new Manifest(built.getManifest());
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
            try (var jar = new JarOutputStream(bytes, manifest)) {
                for (var entry : built.stream()
                        .filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME))
                        .toList()) {
                    jar.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = built.getInputStream(entry)) {
                        in.transferTo(jar);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A zip of these files, each with one byte. */
    static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
