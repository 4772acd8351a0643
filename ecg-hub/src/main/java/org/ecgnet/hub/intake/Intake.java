package org.ecgnet.hub.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.downlink.Outlet;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamArrivals;
import org.ecgnet.hub.intake.Arrival.Content;
import org.ecgnet.hub.intake.GroupOutcome.Reply;
import org.ecgnet.hub.store.Database;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.DownlinkCodec;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything between the broker and the database, both ways. Safe for use by many threads. */
public final class Intake implements Outlet, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);
    private static final int AT_MOST_ONCE = 0;
    private static final int AT_LEAST_ONCE = 1;
    private static final int QUEUE_A_CONNECTION = 4;
    private static final int NO_ACKNOWLEDGEMENT = 0;

    private final Clock clock;
    private final Committer committer;
    private final MqttLink link;

    /**
     * @param receiveMaximum unacknowledged messages that the broker may send ahead
     */
    public Intake(
            MqttAddress broker,
            int receiveMaximum,
            Database database,
            HubEvents events,
            ExamArrivals arrivals,
            Clock clock) {
        this.clock = clock;
        this.committer =
                new Committer(database, events, arrivals, this::reply, receiveMaximum * QUEUE_A_CONNECTION, clock);
        this.link = new MqttLink(broker, receiveMaximum, this::arrived);
    }

    /**
     * Connects, and goes on connecting until closed.
     *
     * @param onConnected called on each new connection to the broker; must not block
     * @return whether there was a connection within the patience
     */
    public boolean start(Runnable onConnected, Duration patience) {
        return link.start(onConnected, patience);
    }

    /** True while there is a connection to the broker. */
    public boolean connected() {
        return link.connected();
    }

    private void arrived(String topic, byte[] payload, Runnable acknowledgement) {
        Optional<SiteCode> site = Topics.siteOfUp(topic);
        if (site.isEmpty()) {
            LOGGER.warn("message on a topic that is no site's uplink: passed over");
            acknowledgement.run();
            return;
        }
        Instant now = clock.instant();
        if (!committer.offer(new Arrival(site.get(), Bytes.of(payload), now, content(payload, now), acknowledgement))) {
            LOGGER.warn("intake is full: a message of {} will come again", site.get());
        }
    }

    private static Content content(byte[] payload, Instant now) {
        Decoded<UplinkMessage> decoded = UplinkCodec.decode(payload);
        if (decoded instanceof Decoded.Refused<UplinkMessage> refused) {
            return new Content.Unfit(refused.reason(), refused.examId(), refused.seq());
        }
        Decoded.Accepted<UplinkMessage> accepted = (Decoded.Accepted<UplinkMessage>) decoded;
        var message = new Content.Message(accepted.message(), Duration.between(now, accepted.sentAt()));
        return Fitness.complaint(accepted.message())
                .<Content>map(reason -> new Content.Unfit(
                        reason,
                        examOf(accepted.message()).map(UplinkMessage.OfExam::examId),
                        examOf(accepted.message())
                                .map(UplinkMessage.OfExam::seq)
                                .orElse(0)))
                .orElse(message);
    }

    private static Optional<UplinkMessage.OfExam> examOf(UplinkMessage message) {
        return message instanceof UplinkMessage.OfExam numbered ? Optional.of(numbered) : Optional.empty();
    }

    /** A receipt that is lost is given again when the clinic repeats the message. */
    private void reply(Reply reply) {
        boolean refusal = reply.message() instanceof DownlinkMessage.Refused;
        if (reply.message() instanceof DownlinkMessage.Refused refused) {
            LOGGER.warn("refused a message of {}: {}", reply.site(), refused.reason());
        }
        link.publish(
                Topics.down(reply.site()),
                DownlinkCodec.encode(reply.message(), clock.instant(), NO_ACKNOWLEDGEMENT),
                refusal ? AT_LEAST_ONCE : AT_MOST_ONCE);
    }

    @Override
    public boolean send(SiteCode site, DownlinkMessage message, long id) {
        return link.publish(Topics.down(site), DownlinkCodec.encode(message, clock.instant(), id), AT_LEAST_ONCE);
    }

    @Override
    public void close() {
        committer.close();
        link.close();
    }
}
