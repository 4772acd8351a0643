package org.ecgnet.edge.patient;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.ecgnet.ecg.Sex;

/** Asks a reader's bridge program on this computer over HTTP. */
public final class HttpCardReader implements CardReader {

    private static final int MOST_ANSWER_CHARACTERS = 256 * 1024;
    private static final int OK = 200;
    private static final String CODE = "{code}";

    private final CardReaderSettings settings;
    private final HttpClient client;

    public HttpCardReader(CardReaderSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public CardReading read(String code) {
        try {
            HttpResponse<byte[]> answer = client.send(request(code), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK || answer.body().length > MOST_ANSWER_CHARACTERS) {
                return failed(CardReading.Why.NOT_UNDERSTOOD);
            }
            return understood(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (HttpTimeoutException e) {
            return failed(CardReading.Why.TOO_SLOW);
        } catch (ConnectException e) {
            return failed(CardReading.Why.NOT_RUNNING);
        } catch (IOException e) {
            return failed(CardReading.Why.NOT_UNDERSTOOD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(CardReading.Why.TOO_SLOW);
        }
    }

    private static CardReading failed(CardReading.Why why) {
        return new CardReading.Failed(why, "");
    }

    /** A scanned code goes in the body: addresses end up in logs. */
    private HttpRequest request(String code) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.address()).timeout(settings.timeout());
        if (settings.request().isEmpty()) {
            return request.GET().build();
        }
        String quoted = code.replace("\\", "\\\\").replace("\"", "\\\"");
        return request.header("content-type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(settings.request().replace(CODE, quoted)))
                .build();
    }

    private CardReading understood(String answer) {
        CardMapping mapping = settings.mapping();
        Optional<AnswerFields> read = AnswerFields.of(answer);
        if (read.isEmpty()) {
            return failed(CardReading.Why.NOT_UNDERSTOOD);
        }
        AnswerFields fields = read.get();
        if (!mapping.ok().isEmpty() && !mapping.okValues().contains(fields.text(mapping.ok()))) {
            return new CardReading.Failed(CardReading.Why.NO_CARD, fields.text(mapping.message()));
        }
        Optional<String> name = some(fields.text(mapping.name()));
        Optional<String> number = some(fields.text(mapping.identity())).or(() -> some(fields.text(mapping.card())));
        if (name.isEmpty() && number.isEmpty()) {
            return failed(CardReading.Why.NOT_UNDERSTOOD);
        }
        Sex sex = mapping.sexOf(fields.text(mapping.sex()));
        return new CardReading.Read(new PatientCard(name, number, sex));
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
