package org.ecgnet.ops.county;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.ecgnet.ops.program.ProgramException;

/** A person logged in at the hub's console, over its own API. */
public final class ConsoleSession {

    private final JsonHttp http;

    private ConsoleSession(JsonHttp http) {
        this.http = http;
    }

    /** Logs in, trusting the county's CA alone. */
    public static ConsoleSession login(
            URI console, Path trustStore, String trustPassword, String name, String password) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .cookieHandler(new CookieManager())
                .sslContext(trusting(trustStore, trustPassword))
                .build();
        JsonHttp anonymous = new JsonHttp(client, console, Map.of());
        JsonNode me = anonymous.post("/api/login", Map.of("name", name, "password", password));
        return new ConsoleSession(
                anonymous.with(Map.of("X-CSRF-Token", me.path("csrfToken").asText())));
    }

    private static SSLContext trusting(Path trustStore, String password) {
        try (InputStream file = Files.newInputStream(trustStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new ProgramException("cannot read the county CA's trust store " + trustStore, e);
        }
    }

    public JsonNode get(String path) {
        return http.get(path);
    }

    public byte[] bytes(String path) {
        return http.bytes(path);
    }

    public JsonNode post(String path, Map<String, Object> body) {
        return http.post(path, body);
    }
}
