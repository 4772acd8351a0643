package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.YellowPolicy;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages the duty reader, and nobody else, about yellow exams that nobody has opened in their time. The exams and the page
 * are written down in one transaction, so that each is paged about once.
 */
final class YellowWork {

    private static final Logger LOGGER = LoggerFactory.getLogger(YellowWork.class);
    private static final String STEP = "yellow-unread";

    /** Older ones are yesterday's: a hub that was away for a day pages about the day's. */
    private static final Duration LOOK_BACK = Duration.ofHours(12);

    private static final int MOST_NAMED = 5;

    private final Database database;
    private final PagingParts parts;

    YellowWork(Database database, PagingParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /** @return when to look again at the latest; empty when no yellow exam waits */
    Optional<Instant> advance(Instant now) {
        return database.inTransaction(transaction -> {
            var unread = transaction.repository(UnreadRepository.class);
            List<UnreadRepository.UnreadYellow> waiting = unread.yellow(now.minus(LOOK_BACK));
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            YellowPolicy.Due due = parts.vigilance()
                    .yellow()
                    .next(
                            waiting.stream()
                                    .map(UnreadRepository.UnreadYellow::exam)
                                    .toList(),
                            unread.lastPaged(),
                            now);
            List<UnreadRepository.UnreadYellow> taken = new ArrayList<>();
            for (UnreadRepository.UnreadYellow exam : waiting) {
                if (due.page().contains(exam.exam()) && unread.take(exam.exam().exam(), now)) {
                    taken.add(exam);
                }
            }
            if (!taken.isEmpty()) {
                page(transaction, taken, now);
            }
            return due.wakeAt();
        });
    }

    private void page(Transaction transaction, List<UnreadRepository.UnreadYellow> exams, Instant now) {
        var deliveries = transaction.repository(DeliveryRepository.class);
        Set<String> usable = new HashSet<>(parts.channels().keySet());
        usable.removeAll(deliveries.disabled());
        List<Contact> readers = StepPlanner.roster(parts, transaction, now)
                .call(Recipient.READER, Urgency.PUSH, exams.get(0).site(), now, usable)
                .contacts();
        if (readers.isEmpty()) {
            LOGGER.warn(
                    "{} yellow exams are unread past their time and the duty reader has no way to be reached",
                    exams.size());
        }
        readers.forEach(reader -> deliveries.plan(delivery(reader, exams, now)));
    }

    private Delivery delivery(Contact reader, List<UnreadRepository.UnreadYellow> exams, Instant now) {
        UUID id = UUID.randomUUID();
        List<PageMessage.RuleSentence> sentences = exams.stream()
                .limit(MOST_NAMED)
                .map(exam -> new PageMessage.RuleSentence(
                        "YELLOW",
                        parts.clinic(exam.site()).name() + " " + exam.chinese(),
                        parts.clinic(exam.site()).name() + " " + exam.english()))
                .toList();
        var message = new PageMessage(
                id.toString(),
                0,
                STEP,
                Urgency.PUSH,
                Recipient.READER,
                reader.name(),
                reader.address(),
                exams.get(0).site().value(),
                exams.size() + " 份黄色未阅",
                PageMessage.YELLOW,
                sentences,
                parts.worklistLink(),
                false,
                exams.get(0).exam().readingAt(),
                now);
        return new Delivery(
                id,
                Optional.empty(),
                1,
                STEP,
                Optional.empty(),
                reader.channel(),
                reader.name(),
                new Content.Page(message),
                now,
                0,
                0);
    }
}
