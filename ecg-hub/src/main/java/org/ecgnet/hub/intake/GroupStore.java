package org.ecgnet.hub.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.intake.Arrival.Content;
import org.ecgnet.hub.intake.GroupOutcome.Reply;
import org.ecgnet.hub.intake.IntakeRepository.Item;
import org.ecgnet.hub.intake.IntakeRepository.Progress;
import org.ecgnet.hub.intake.IntakeRepository.SegmentOf;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.site.UnitReport;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.DownlinkAck;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/**
 * Stores one group of messages within one transaction; made anew for each attempt.
 *
 * <p>Repeats change nothing and are receipted again. Numbered messages may come in any order.
 */
final class GroupStore {

    private final IntakeRepository intake;
    private final ExamRepository exams;
    private final SiteRepository sites;
    private final DownlinkRepository downlinks;
    private final Map<ExamId, Integer> reached;
    private final Instant now;
    private final List<Reply> replies = new ArrayList<>();
    private final List<SegmentOf> segments = new ArrayList<>();
    private final List<HubEvent> events = new ArrayList<>();
    private final Map<ExamId, SiteCode> touched = new LinkedHashMap<>();

    /** @param reached how far exams are known to be stored; a hint that saves counting from 0 */
    GroupStore(Transaction transaction, Map<ExamId, Integer> reached, Instant now) {
        this.intake = transaction.repository(IntakeRepository.class);
        this.exams = transaction.repository(ExamRepository.class);
        this.sites = transaction.repository(SiteRepository.class);
        this.downlinks = transaction.repository(DownlinkRepository.class);
        this.reached = reached;
        this.now = now;
    }

    GroupOutcome store(List<Arrival> group) {
        group.stream()
                .map(Arrival::site)
                .distinct()
                .sorted(java.util.Comparator.comparing(SiteCode::value))
                .forEach(site -> sites.seen(site, now));
        List<Arrival> numbered = refuseForeign(
                group.stream().filter(arrival -> arrival.ofExam().isPresent()).toList());
        storeNumbered(numbered);
        for (Arrival arrival : group) {
            if (arrival.content() instanceof Content.Unfit unfit) {
                refuse(arrival, unfit);
            } else if (arrival.ofExam().isEmpty() && arrival.content() instanceof Content.Message read) {
                storeUnnumbered(arrival.site(), read);
            }
        }
        return new GroupOutcome(replies, segments, events, receipts());
    }

    /** An exam belongs to the first site that sent of it. */
    private List<Arrival> refuseForeign(List<Arrival> numbered) {
        Map<ExamId, SiteCode> claims = new HashMap<>();
        for (Arrival arrival : numbered) {
            claims.putIfAbsent(arrival.ofExam().orElseThrow().examId(), arrival.site());
        }
        if (claims.isEmpty()) {
            return numbered;
        }
        Map<ExamId, SiteCode> owners = intake.own(claims);
        List<Arrival> own = new ArrayList<>();
        for (Arrival arrival : numbered) {
            if (arrival.site().equals(owners.get(arrival.ofExam().orElseThrow().examId()))) {
                own.add(arrival);
            } else if (arrival.unfit("the exam belongs to another site").content() instanceof Content.Unfit unfit) {
                refuse(arrival, unfit);
            }
        }
        return own;
    }

    private void storeNumbered(List<Arrival> numbered) {
        if (numbered.isEmpty()) {
            return;
        }
        Set<Item> fresh = new HashSet<>(intake.add(numbered.stream()
                .map(arrival -> item(arrival.ofExam().orElseThrow()))
                .toList()));
        for (Arrival arrival : numbered) {
            OfExam message = arrival.ofExam().orElseThrow();
            touched.put(message.examId(), arrival.site());
            if (fresh.remove(item(message)) && arrival.content() instanceof Content.Message read) {
                storeFresh(arrival.site(), message, read.clockAhead());
            }
        }
        if (!segments.isEmpty()) {
            intake.addSegments(segments, now);
        }
    }

    private static Item item(OfExam message) {
        return new Item(message.examId(), message.seq());
    }

    private void storeFresh(SiteCode site, OfExam message, Duration clockAhead) {
        if (message instanceof ExamStarted started) {
            exams.addIfAbsent(exam(site, started, clockAhead));
            intake.identify(started.examId()); // the identification may have come first after a reconnect
            events.add(new HubEvent.ExamStarted(started.examId(), site));
        } else if (message instanceof WaveChunk chunk) {
            segments.add(new SegmentOf(
                    chunk.examId(),
                    new Segment(
                            chunk.seq(),
                            chunk.firstSample(),
                            chunk.samples(),
                            chunk.waveform(),
                            chunk.crc32c(),
                            chunk.marks())));
            events.add(new HubEvent.ChunkStored(chunk.examId(), chunk.seq()));
        } else if (message instanceof ExamEnded ended) {
            intake.addEnd(ended, now);
        } else if (message instanceof ClinicConfirmed confirmed) {
            intake.addConfirmation(confirmed, now);
            events.add(new HubEvent.ClinicConfirmed(confirmed.examId(), site));
        } else if (message instanceof PatientIdentified identified) {
            intake.addIdentification(identified, now);
            intake.identify(identified.examId());
            events.add(new HubEvent.WorklistChanged(identified.examId()));
        }
    }

    private Exam exam(SiteCode site, ExamStarted started, Duration clockAhead) {
        return new Exam(
                started.examId(),
                site,
                started.unit(),
                started.unitModel(),
                started.operator(),
                started.patient(),
                started.symptoms(),
                started.rate(),
                started.leads(),
                started.scales(),
                started.startedAt(),
                now,
                clockAhead,
                started.drill(),
                ExamState.ARRIVING,
                Optional.empty(),
                started.bedside());
    }

    private void storeUnnumbered(SiteCode site, Content.Message read) {
        if (read.message() instanceof Heartbeat heartbeat) {
            sites.heartbeat(site, heartbeat, read.clockAhead(), now);
            events.add(new HubEvent.SiteChanged(site));
        } else if (read.message() instanceof UnitStatus status) {
            sites.add(new UnitReport(site, status, now));
            events.add(new HubEvent.SiteChanged(site));
        } else if (read.message() instanceof DownlinkAck ack) {
            downlinks.acknowledged(site, ack.ids(), now);
        }
    }

    private void refuse(Arrival arrival, Content.Unfit unfit) {
        intake.quarantine(
                arrival.site(), unfit.examId(), unfit.seq(), unfit.reason(), arrival.payload(), arrival.receivedAt());
        replies.add(
                new Reply(arrival.site(), new DownlinkMessage.Refused(unfit.examId(), unfit.seq(), unfit.reason())));
    }

    /** @return the exams that are now whole */
    private Set<ExamId> receipts() {
        Set<ExamId> whole = new HashSet<>();
        touched.forEach((examId, site) -> {
            Progress progress = intake.progress(examId, reached.getOrDefault(examId, 0));
            progress.upTo()
                    .ifPresent(upTo -> replies.add(new Reply(site, new DownlinkMessage.StoredUpTo(examId, upTo))));
            if (progress.whole()) {
                whole.add(examId);
            }
        });
        return whole;
    }
}
