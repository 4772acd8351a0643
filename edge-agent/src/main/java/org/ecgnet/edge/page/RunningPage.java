package org.ecgnet.edge.page;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What listens on a page's port of this computer, as another program sees it. */
public sealed interface RunningPage {

    /** An agent's page. */
    record Answers(String version, boolean unitConnected) implements RunningPage {}

    /** Nothing listens. */
    record Nobody() implements RunningPage {}

    /** Another program. */
    record SomebodyElse() implements RunningPage {}

    /** Looks for some seconds at most; blocks. */
    static RunningPage at(int port) {
        if (port == 0 || free(port)) {
            return new Nobody();
        }
        return ask(port)
                .filter(state -> state.containsKey("site") && state.getValue("unit") instanceof JsonObject)
                .<RunningPage>map(state -> new Answers(
                        state.getString("version", "unknown"),
                        state.getJsonObject("unit").getBoolean("connected", false)))
                .orElseGet(SomebodyElse::new);
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false; // it is taken
        }
    }

    private static Optional<JsonObject> ask(int port) {
        Duration patience = Duration.ofSeconds(3);
        HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/state"))
                .timeout(patience)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(new JsonObject(answer.body())) : Optional.empty();
        } catch (IOException | DecodeException e) {
            return Optional.empty(); // whatever listens there is no agent
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
