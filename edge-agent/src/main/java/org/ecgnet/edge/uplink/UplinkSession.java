package org.ecgnet.edge.uplink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.retry.Ending;
import org.ecgnet.edge.store.Backlog;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.PendingExam;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.DownlinkCodec;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.DownlinkAck;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's work, on the uplink's thread: what comes is stored, what is stored is sent. */
final class UplinkSession {

    private static final Logger LOGGER = LoggerFactory.getLogger(UplinkSession.class);
    /** The client counts a message as in flight a moment longer than its acknowledgement is heard. */
    private static final int SPARE_PART = 4;

    private static final Duration UNIT_STATUS_EVERY = Duration.ofMinutes(1);

    /** What outlives the connection. */
    record Parts(
            SiteCode site,
            HubSettings settings,
            ClinicStore store,
            Supplier<Optional<UnitStatus>> unit,
            UplinkListener listener,
            String softwareVersion,
            Clock clock) {}

    /** Told of progress, to be shown. */
    interface Progress {
        void made(Optional<Instant> receiptAt, Optional<Duration> clockAhead);
    }

    private final Parts parts;
    private final MqttLine line;
    private final Function<Duration, Optional<Signal>> next;
    private final Progress progress;
    private final FlightLog flight;
    private final int window;
    private final Deque<Instant> unacknowledged = new ArrayDeque<>();
    private final Map<ExamId, Integer> receipts = new HashMap<>();
    private final List<Long> heardIds = new ArrayList<>();
    private Instant heartbeatDue = Instant.MIN;
    private Instant unitDue = Instant.MIN;
    private Optional<UnitStatus> unitSent = Optional.empty();
    private String failure = "";

    UplinkSession(Parts parts, MqttLine line, Function<Duration, Optional<Signal>> next, Progress progress) {
        this.parts = parts;
        this.line = line;
        this.next = next;
        this.progress = progress;
        this.flight =
                new FlightLog(parts.settings().unreceipted(), parts.settings().resendAfter());
        int most = line.receiveMaximum() - line.receiveMaximum() / SPARE_PART;
        this.window = Math.max(1, Math.min(parts.settings().inFlight(), most));
    }

    /** Runs until closing, or until the line is lost. @throws UplinkException when it is lost */
    void run(Ending ending) {
        while (ending.going()) {
            Instant now = now();
            sendSigns(now);
            if (!now.isBefore(flight.due())) {
                LOGGER.info(
                        "No receipt from the hub for {}: sending {} messages again",
                        parts.settings().resendAfter(),
                        flight.unreceipted());
                flight.startOver(now);
            }
            sendExams(now);
            Optional<Signal> signal = next.apply(waitFrom(now));
            while (signal.isPresent()) {
                take(signal.get());
                signal = next.apply(Duration.ZERO);
            }
            storeReceipts();
            acknowledgeHeard();
            watch();
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private Duration waitFrom(Instant now) {
        Instant until = heartbeatDue.isBefore(unitDue) ? heartbeatDue : unitDue;
        until = flight.due().isBefore(until) ? flight.due() : until;
        Instant dead = deadAt();
        until = dead.isBefore(until) ? dead : until;
        Duration wait = Duration.between(now, until);
        return wait.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : wait;
    }

    private Instant deadAt() {
        Instant oldest = unacknowledged.peekFirst();
        return oldest == null
                ? Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000)
                : oldest.plus(parts.settings().connectWithin());
    }

    /** A broker that acknowledges nothing for so long is dead, whatever the socket says. */
    private void watch() {
        if (now().isAfter(deadAt())) {
            throw new UplinkException("the broker has acknowledged nothing for "
                    + parts.settings().connectWithin().toSeconds() + " s");
        }
    }

    private void sendSigns(Instant now) {
        if (!now.isBefore(heartbeatDue)) {
            Backlog backlog = parts.store().spool().backlog();
            long free = parts.store().disk().freeBytes();
            publish(new Heartbeat(now, parts.softwareVersion(), backlog.messages(), backlog.oldest(), free), now);
            heartbeatDue = now.plus(parts.settings().heartbeat());
        }
        Optional<UnitStatus> unit = parts.unit().get();
        if (unit.isEmpty()) {
            unitDue = now.plus(UNIT_STATUS_EVERY);
        } else if (!now.isBefore(unitDue) || changed(unit.get())) {
            publish(unit.get(), now);
            unitSent = unit;
            unitDue = now.plus(UNIT_STATUS_EVERY);
        }
    }

    private boolean changed(UnitStatus unit) {
        return unitSent.map(sent -> sent.connected() != unit.connected()
                        || !sent.batteryPercent().equals(unit.batteryPercent())
                        || !sent.leadsOff().equals(unit.leadsOff()))
                .orElse(true);
    }

    private void sendExams(Instant now) {
        if (unacknowledged.size() >= window || flight.room() == 0) {
            return;
        }
        Instant liveSince = now.minus(parts.settings().liveFor());
        for (PendingExam exam :
                parts.store().spool().pending(liveSince, parts.settings().unreceipted() + 1)) {
            int room = Math.min(window - unacknowledged.size(), flight.room());
            if (room <= 0) {
                return;
            }
            send(exam, room, now);
        }
    }

    private void send(PendingExam exam, int room, Instant now) {
        int from = flight.sentUpTo(exam);
        if (from >= exam.lastSeq()) {
            return;
        }
        try {
            for (OfExam item : parts.store().spool().items(exam.examId(), from, room)) {
                publish(item, now);
                flight.sent(exam, item.seq(), now);
            }
        } catch (StoreException e) {
            if (e.retryable()) {
                throw e;
            }
            LOGGER.error("Exam {} cannot be sent and stands aside: {}", exam.examId(), e.getMessage());
            refuse(exam.examId(), "stored on this computer, but damaged: " + e.getMessage());
        }
    }

    private void publish(UplinkMessage message, Instant now) {
        line.publish(Topics.up(parts.site()), UplinkCodec.encode(message, now));
        unacknowledged.addLast(now);
    }

    private void take(Signal signal) {
        if (signal instanceof Signal.Arrived arrived) {
            hear(arrived.payload().toArray());
        } else if (signal instanceof Signal.Acknowledged) {
            unacknowledged.pollFirst();
        } else if (signal instanceof Signal.Failed failed) {
            unacknowledged.pollFirst();
            if (!failed.reason().equals(failure)) {
                LOGGER.warn("Message to the hub not taken: {}", failed.reason());
                failure = failed.reason();
            }
        } else if (signal instanceof Signal.Lost lost) {
            throw new UplinkException(lost.reason());
        }
    }

    private void hear(byte[] payload) {
        Decoded<DownlinkMessage> decoded = DownlinkCodec.decode(payload);
        if (decoded instanceof Decoded.Refused<DownlinkMessage> refused) {
            LOGGER.warn("Message of the hub not understood: {}", refused.reason());
        } else if (decoded instanceof Decoded.Accepted<DownlinkMessage> accepted) {
            Instant now = now();
            progress.made(Optional.empty(), Optional.of(Duration.between(accepted.sentAt(), now)));
            if (accepted.message() instanceof DownlinkMessage.StoredUpTo stored) {
                receipts.merge(stored.examId(), stored.seq(), Math::max);
            } else {
                keep(accepted.message(), now);
            }
            if (accepted.id() != 0) {
                heardIds.add(accepted.id());
            }
        }
    }

    /** Stored before it is acknowledged; a repeat is recognised and acknowledged again. */
    private void keep(DownlinkMessage message, Instant now) {
        if (message instanceof DownlinkMessage.Refused refused) {
            LOGGER.error(
                    "The hub refuses {}, message {}: {}",
                    refused.examId().map(exam -> "exam " + exam).orElse("what is about no exam"),
                    refused.seq(),
                    refused.reason());
            refused.examId().ifPresent(exam -> refuse(exam, refused.reason()));
        }
        if (parts.store().book().hear(message, about(message), now)) {
            parts.listener().heard(message);
        }
    }

    private void refuse(ExamId examId, String reason) {
        parts.store().spool().refused(examId, reason);
        flight.dropped(examId);
        parts.listener().changed();
    }

    private static Optional<ExamId> about(DownlinkMessage message) {
        if (message instanceof DownlinkMessage.ExamReceived received) {
            return Optional.of(received.examId());
        }
        if (message instanceof DownlinkMessage.ReadingReady reading) {
            return Optional.of(reading.examId());
        }
        if (message instanceof DownlinkMessage.CaseProgress step) {
            return Optional.of(step.examId());
        }
        if (message instanceof DownlinkMessage.CentreMessage words) {
            return words.examId();
        }
        if (message instanceof DownlinkMessage.Refused refused) {
            return refused.examId();
        }
        return Optional.empty();
    }

    private void storeReceipts() {
        if (receipts.isEmpty()) {
            return;
        }
        Instant now = now();
        parts.store().spool().receipted(receipts, now);
        receipts.forEach((exam, seq) -> flight.receipted(exam, seq, now));
        receipts.clear();
        progress.made(Optional.of(now), Optional.empty());
        parts.listener().changed();
    }

    private void acknowledgeHeard() {
        if (!heardIds.isEmpty()) {
            publish(new DownlinkAck(heardIds), now());
            heardIds.clear();
        }
    }
}
