package org.ecgnet.hub.console;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A browser without a screen: cookies and the CSRF token of its login. */
final class ConsoleClient {

    private final HttpClient client = HttpClient.newBuilder()
            .sslContext(TestKeyStore.trustingAll())
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;
    private String csrf = "";

    ConsoleClient(int port) {
        this.base = "https://localhost:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonObject json(String path) {
        return new JsonObject(get(path).body());
    }

    HttpResponse<byte[]> bytes(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<java.util.stream.Stream<String>> lines(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines());
    }

    HttpResponse<String> login(String name, String password) {
        HttpResponse<String> answer = post(
                "/api/login",
                new JsonObject().put("name", name).put("password", password).encode());
        if (answer.statusCode() == 200) {
            csrf = new JsonObject(answer.body()).getString("csrfToken");
        }
        return answer;
    }

    HttpResponse<String> post(String path, String body) {
        return post(path, body, csrf);
    }

    HttpResponse<String> post(String path, String body, String token) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
