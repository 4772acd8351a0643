package org.ecgnet.hub.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Asks the county's signature gateway: posts {@code {"digest", "algorithm", "signer", "licence"}} and takes
 * {@code {"method", "proof"}}. No word of the report leaves, only its digest. Anything but a 200 with a proof is a
 * refusal: what the authority did not sign is not signed.
 */
public final class HttpSealer implements Sealer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_PROOF = 16 * 1024;
    private static final int OK = 200;

    private final HttpClient client;
    private final URI gateway;
    private final Duration timeout;

    public HttpSealer(URI gateway, Duration timeout) {
        this.gateway = gateway;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public Seal seal(CanonicalReport canonical, Signer signer) {
        try {
            String body = JSON.writeValueAsString(Map.of(
                    "digest", canonical.digest(),
                    "algorithm", "SHA-256",
                    "signer", signer.account(),
                    "licence", signer.licence()));
            HttpRequest request = HttpRequest.newBuilder(gateway)
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                    .build();
            return seal(client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SealException("interrupted", e);
        } catch (JsonProcessingException e) {
            throw new SealException("the signature gateway answered no JSON", e);
        } catch (IOException e) {
            throw new SealException("the signature gateway does not answer", e);
        }
    }

    private static Seal seal(HttpResponse<String> answer) throws JsonProcessingException {
        if (answer.statusCode() != OK || answer.body().length() > LONGEST_PROOF) {
            throw new SealException("the signature gateway answered " + answer.statusCode());
        }
        JsonNode json = JSON.readTree(answer.body());
        String method = json.path("method").asText("");
        String proof = json.path("proof").asText("");
        if (method.isBlank() || proof.isBlank()) {
            throw new SealException("the signature gateway gave no proof");
        }
        return new Seal(method, proof);
    }
}
