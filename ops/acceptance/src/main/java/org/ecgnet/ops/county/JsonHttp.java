package org.ecgnet.ops.county;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.ecgnet.ops.program.ProgramException;

/** Speaks JSON with one server. Safe for use by many threads. */
final class JsonHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final URI base;
    private final Map<String, String> headers;

    JsonHttp(HttpClient client, URI base, Map<String, String> headers) {
        this.client = client;
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    JsonHttp with(Map<String, String> more) {
        return new JsonHttp(client, base, more);
    }

    JsonNode get(String path) {
        return read(path, send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    byte[] bytes(String path) {
        HttpResponse<byte[]> response = send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new ProgramException("GET " + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    JsonNode post(String path, Map<String, Object> body) {
        return read(path, answer(path, body));
    }

    HttpResponse<byte[]> answer(String path, Map<String, Object> body) {
        try {
            HttpRequest request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            return send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ProgramException("cannot write the body for " + path, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new ProgramException("no answer from " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private static JsonNode read(String path, HttpResponse<byte[]> response) {
        try {
            if (response.statusCode() / 100 != 2) {
                throw new ProgramException(path + " answered " + response.statusCode() + ": "
                        + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new ProgramException(path + " answered something that is no JSON", e);
        }
    }
}
