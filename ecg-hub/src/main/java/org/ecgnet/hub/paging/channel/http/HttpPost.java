package org.ecgnet.hub.paging.channel.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ecgnet.hub.paging.channel.Outcome;

/**
 * Posts to one server. Only 2xx is success; a redirect is never followed, for it would carry a page to a place that nobody
 * allowed. Safe for use by many threads.
 */
public final class HttpPost {

    private static final int MOST_OF_RESPONSE = 2048;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final HttpTarget target;
    private final HttpClient client;

    /** @throws IllegalArgumentException when the trusted certificates cannot be read */
    public HttpPost(HttpTarget target) {
        this.target = target;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(target.timeout());
        target.trustedCertificates().ifPresent(file -> builder.sslContext(TrustedCertificates.context(file)));
        this.client = builder.build();
    }

    /** Posts to the target itself. */
    public Outcome send(Map<String, String> headers, byte[] body, Instant now) {
        return send(target.uri(), headers, body, now);
    }

    /**
     * Posts to an address of the target, such as one with a signed query.
     *
     * @param now from which a pause that the server asks for is counted
     */
    public Outcome send(URI uri, Map<String, String> headers, byte[] body, Instant now) {
        Optional<String> problem = target.allowed().problem(uri);
        if (problem.isPresent()) {
            return again(problem.get());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(target.timeout())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return exchange(request.build(), now);
    }

    private Outcome exchange(HttpRequest request, Instant now) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, response -> new FirstBytes(MOST_OF_RESPONSE));
        try {
            return outcome(answer.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS), now);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return again("no answer within " + target.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof IOException) {
                return again(cause.getClass().getSimpleName() + ": " + cause.getMessage());
            }
            throw new IllegalStateException("posting to " + target.name(), cause);
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
