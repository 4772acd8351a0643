package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageMessage;

/** Keeps what it was given; fails on demand. */
final class FakeChannel implements PageChannel {

    private final List<PageMessage> sent = new ArrayList<>();
    private final List<Instant> tries = new ArrayList<>();
    private Optional<Outcome> answer = Optional.empty();

    void answerWith(Outcome outcome) {
        answer = Optional.of(outcome);
    }

    void failing() {
        answerWith(new Outcome.TryAgain(OptionalInt.of(500), "broken", Optional.empty()));
    }

    void askingForPatience(Duration pause) {
        answerWith(new Outcome.TryAgain(OptionalInt.of(503), "busy", Optional.of(pause)));
    }

    void gone() {
        answerWith(new Outcome.Gone(OptionalInt.of(410), "gone"));
    }

    void well() {
        answer = Optional.empty();
    }

    /** What it took, each time it took it. */
    List<PageMessage> sent() {
        return sent;
    }

    List<Instant> tries() {
        return tries;
    }

    @Override
    public Outcome send(PageMessage message, Instant now) {
        tries.add(now);
        if (answer.isEmpty()) {
            sent.add(message);
            return new Outcome.Delivered(OptionalInt.of(200), "thanks");
        }
        return answer.get();
    }
}
