package org.ecgnet.hub.worklist.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallBackDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Person LI = new Person("li", "李医生");
    private static final Person SUN = new Person("sun", "孙技师");

    private final HubEvents events = new HubEvents();
    private final List<HubEvent> heard = new ArrayList<>();
    private final CallBackDesk desk = new CallBackDesk(DATABASE.database(), events);
    private ExamId exam = ExamId.of(NOW, 1, 1);

    @BeforeEach
    void aClinicAsks() {
        exam = Reds.store(DATABASE.database(), Patient.UNKNOWN, NOW).id();
        say(ClinicAction.CALL_BACK, 20, "0912-555");
        events.subscribe(heard::add);
    }

    private void say(ClinicAction action, int seq, String words) {
        DATABASE.database().transact(transaction -> transaction
                .repository(IntakeRepository.class)
                .addConfirmation(new ClinicConfirmed(exam, seq, action, "周护士", NOW, words), NOW.plusSeconds(seq)));
    }

    private List<CallBack> open() {
        return desk.open().stream().filter(wish -> wish.examId().equals(exam)).toList();
    }

    @Test
    void itIsSomebodysByNameAndTheClinicIsToldWhoCalls() {
        assertThat(open()).singleElement().satisfies(wish -> {
            assertThat(wish.words()).isEqualTo("0912-555");
            assertThat(wish.askedBy()).isEqualTo("周护士");
            assertThat(wish.askedAt()).isEqualTo(NOW.plusSeconds(20));
            assertThat(wish.taken()).isEmpty();
        });

        assertThat(desk.take(exam, 20, false, LI, NOW.plusSeconds(30))).isEqualTo(new CallBackAnswer.Kept());

        assertThat(open()).singleElement().satisfies(wish -> assertThat(wish.taken())
                .contains(new CallBack.Taken(LI, NOW.plusSeconds(30))));
        assertThat(DATABASE
                        .database()
                        .inTransaction(transaction ->
                                transaction.repository(DownlinkRepository.class).waiting(Reds.SITE))
                        .stream()
                        .map(DownlinkRepository.Waiting::message)
                        .filter(CentreMessage.class::isInstance)
                        .map(CentreMessage.class::cast)
                        .filter(message -> message.examId().filter(exam::equals).isPresent()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).startsWith("李医生 将马上给您回电话。"));
        assertThat(heard).contains(new HubEvent.WorklistChanged(exam), new HubEvent.DownlinkWaiting(Reds.SITE));
        assertThat(audited()).containsExactly("li CALL_BACK_TAKEN");
    }

    @Test
    void itEndsWhenSomebodyHasCalledOrTheClinicSaysSo() {
        desk.take(exam, 20, false, LI, NOW);
        assertThat(desk.done(exam, 20, LI, NOW.plusSeconds(90))).isEqualTo(new CallBackAnswer.Kept());
        assertThat(open()).isEmpty();
        assertThat(audited()).containsExactly("li CALL_BACK_TAKEN", "li CALL_BACK_DONE");

        say(ClinicAction.CALL_BACK, 30, "");
        assertThat(open()).hasSize(1);
        say(ClinicAction.CALLED_BACK, 31, "");
        assertThat(open()).isEmpty();
        assertThat(desk.done(exam, 30, LI, NOW)).isEqualTo(new CallBackAnswer.Gone());
    }

    @Test
    void whoAsksAgainIsHeardAgain() {
        desk.take(exam, 20, false, LI, NOW);
        say(ClinicAction.CALL_BACK, 21, "快");

        assertThat(open()).singleElement().satisfies(wish -> {
            assertThat(wish.seq()).isEqualTo(21);
            assertThat(wish.taken()).isEmpty();
        });
        assertThat(desk.take(exam, 20, false, SUN, NOW)).isEqualTo(new CallBackAnswer.Gone());
    }

    @Test
    void anotherTakesItInTheOpenOnly() {
        desk.take(exam, 20, false, LI, NOW);

        assertThat(desk.take(exam, 20, false, SUN, NOW))
                .isInstanceOfSatisfying(
                        CallBackAnswer.Theirs.class,
                        theirs -> assertThat(theirs.wish().taken()).contains(new CallBack.Taken(LI, NOW)));
        assertThat(desk.take(exam, 20, true, SUN, NOW.plusSeconds(60))).isEqualTo(new CallBackAnswer.Kept());
        assertThat(open()).singleElement().satisfies(wish -> assertThat(wish.taken())
                .contains(new CallBack.Taken(SUN, NOW.plusSeconds(60))));
    }

    @Test
    void ofManyWhoTakeItAtOnceOneHasIt() {
        List<CallBackAnswer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> desk.take(exam, 20, false, new Person("reader-" + n, "读者" + n), NOW))
                .toList();

        assertThat(answers).filteredOn(CallBackAnswer.Kept.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(CallBackAnswer.Theirs.class::isInstance).hasSize(7);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void whatNeverWasIsGone() {
        assertThat(desk.take(ExamId.of(NOW, 9, 9), 1, false, LI, NOW)).isEqualTo(new CallBackAnswer.Gone());
        assertThat(desk.done(exam, 19, LI, NOW)).isEqualTo(new CallBackAnswer.Gone());
        assertThat(open()).hasSize(1);
    }

    private List<String> audited() {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam))
                .stream()
                .filter(entry -> List.of(AuditAction.CALL_BACK_TAKEN, AuditAction.CALL_BACK_DONE)
                        .contains(entry.event().action()))
                .map(entry -> entry.event().actor() + " " + entry.event().action())
                .toList();
    }
}
