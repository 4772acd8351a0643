package org.ecgnet.hub.paging.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts signed events to one receiver. Only 2xx is success; a redirect is never followed, for it would carry a page to a
 * place that nobody allowed. Safe for use by many threads.
 */
public final class WebhookPost {

    private static final int MOST_OF_RESPONSE = 2048;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final WebhookEndpoint endpoint;
    private final HttpClient client;

    /** @throws IllegalArgumentException when the trusted certificates cannot be read */
    public WebhookPost(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(endpoint.timeout());
        endpoint.trustedCertificates().ifPresent(file -> builder.sslContext(TrustedCertificates.context(file)));
        this.client = builder.build();
    }

    public Outcome send(CloudEvent event, Instant now) {
        Optional<String> problem = endpoint.allowed().problem(endpoint.target());
        if (problem.isPresent()) {
            return again(problem.get());
        }
        byte[] body = event.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.target())
                .timeout(endpoint.timeout())
                .header("content-type", CloudEvent.MEDIA_TYPE)
                .header("idempotency-key", event.id())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        StandardWebhooks.headers(event.id(), now, body, endpoint.secrets()).forEach(request::header);
        return exchange(request.build(), now);
    }

    private Outcome exchange(HttpRequest request, Instant now) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, response -> new FirstBytes(MOST_OF_RESPONSE));
        try {
            return outcome(answer.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS), now);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return again("no answer within " + endpoint.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof IOException) {
                return again(cause.getClass().getSimpleName() + ": " + cause.getMessage());
            }
            throw new IllegalStateException("posting to " + endpoint.name(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return again("the hub is stopping");
        }
    }

    private static Outcome outcome(HttpResponse<String> response, Instant now) {
        OptionalInt status = OptionalInt.of(response.statusCode());
        if (response.statusCode() / 100 == 2) {
            return new Outcome.Delivered(status, response.body());
        }
        return switch (response.statusCode()) {
            case 410 -> new Outcome.Gone(status, response.body());
            case 429, 503 ->
                new Outcome.TryAgain(
                        status,
                        response.body(),
                        response.headers().firstValue("retry-after").flatMap(value -> pause(value, now)));
            default -> new Outcome.TryAgain(status, response.body(), Optional.empty());
        };
    }

    /** Retry-After in seconds or as a date (RFC 9110, section 10.2.3); a page is never put off for longer than 10 min. */
    static Optional<Duration> pause(String value, Instant now) {
        Optional<Duration> asked;
        if (value.matches("\\d{1,9}")) {
            asked = Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        } else {
            try {
                Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                asked = Optional.of(Duration.between(now, until)).filter(pause -> !pause.isNegative());
            } catch (DateTimeParseException e) {
                asked = Optional.empty();
            }
        }
        return asked.map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private static Outcome again(String what) {
        return new Outcome.TryAgain(OptionalInt.empty(), what, Optional.empty());
    }
}
