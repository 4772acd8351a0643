package org.ecgnet.hub.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.Refusal.Reason;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CriticalDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Person WANG = new Person("wang", "王医生");
    private static final Person LIU = new Person("liu", "刘主任");

    private final List<HubEvent> heard = new ArrayList<>();
    private final HubEvents events = new HubEvents();
    private final CriticalDesk desk = new CriticalDesk(DATABASE.database(), events, CasePolicy.DEFAULT);
    private Exam exam;
    private UUID caseId;

    @BeforeEach
    void openACase() {
        events.subscribe(heard::add);
        desk.openCases().forEach(known -> desk.lower(known.id(), WANG, TriageLevel.GREEN, "test is over", NOW));
        exam = Reds.store(DATABASE.database(), Reds.ZHANG, NOW);
        caseId = Reds.caseId(Reds.red(DATABASE.database(), exam, NOW, Reds.suspected("R11")));
        heard.clear();
    }

    @Test
    void acceptingHoldsOnceAPersonAndTellsTheClinicWhoReads() {
        assertThat(desk.accept(caseId, WANG, NOW)).isInstanceOf(DeskAnswer.Done.class);

        assertThat(known().handling().heldUntil()).contains(NOW.plusSeconds(120));
        assertThat(toldClinic()).contains(new CaseProgress(exam.id(), CaseStep.READ, "王医生", NOW));
        assertThat(heard)
                .contains(new HubEvent.CaseChanged(caseId, exam.id()), new HubEvent.DownlinkWaiting(Reds.SITE));
        assertThat(refusal(desk.accept(caseId, WANG, NOW.plusSeconds(60)))).isEqualTo(Reason.ACCEPTED_BEFORE);
        assertThat(desk.accept(caseId, LIU, NOW.plusSeconds(60))).isInstanceOf(DeskAnswer.Done.class);
        assertThat(known().handling().heldUntil()).contains(NOW.plusSeconds(180));
    }

    @Test
    void aRightReadBackAcknowledgesAndIsInTheRegisterWithoutThePatient() {
        assertThat(desk.acknowledge(caseId, WANG, readBack("张三"), NOW.plusSeconds(30)))
                .isInstanceOf(DeskAnswer.Done.class);

        assertThat(known().handling().acknowledged()).contains(new Signed("王医生", NOW.plusSeconds(30)));
        assertThat(toldClinic())
                .contains(new CaseProgress(exam.id(), CaseStep.ACKNOWLEDGED, "王医生", NOW.plusSeconds(30)));
        List<CaseEvent> events = desk.events(caseId);
        assertThat(events).extracting(CaseEvent::kind).containsExactly(Kind.OPENED, Kind.ACKNOWLEDGED);
        assertThat(events.toString()).doesNotContain("张三").contains("NAME", "R11");
    }

    @Test
    void aWrongReadBackChangesNothingButTheRegister() {
        assertThat(refusal(desk.acknowledge(caseId, WANG, readBack("李四"), NOW))).isEqualTo(Reason.IDENTIFIER_WRONG);

        assertThat(known().handling().acknowledged()).isEmpty();
        assertThat(kinds()).contains(Kind.READ_BACK_REFUSED);
        assertThat(heard).isEmpty();
    }

    @Test
    void aSecondAcknowledgementIsToldWhoWasFirst() {
        desk.acknowledge(caseId, WANG, readBack("张三"), NOW);

        assertThat(desk.acknowledge(caseId, LIU, readBack("张三"), NOW))
                .isInstanceOfSatisfying(DeskAnswer.Refused.class, refused -> {
                    assertThat(refused.refusal().reason()).isEqualTo(Reason.ACKNOWLEDGED_BEFORE);
                    assertThat(refused.refusal().detail()).contains("王医生");
                });
        assertThat(refusal(desk.accept(caseId, LIU, NOW))).isEqualTo(Reason.ACKNOWLEDGED_BEFORE);
    }

    @Test
    void theDispositionNeedsTheReadBackAndIsSaidToTheClinic() {
        assertThat(refusal(desk.disposition(caseId, WANG, Disposition.TRANSFER, "", NOW)))
                .isEqualTo(Reason.NOT_ACKNOWLEDGED);
        desk.acknowledge(caseId, WANG, readBack("张三"), NOW);

        desk.disposition(caseId, WANG, Disposition.CALL_120, "送县医院胸痛中心", NOW.plusSeconds(9));

        assertThat(toldClinic())
                .contains(new CentreMessage(Optional.of(exam.id()), "王医生", "呼叫 120: 送县医院胸痛中心", NOW.plusSeconds(9)));
        assertThat(known().dispatch().ordered()).contains(new Signed("王医生", NOW.plusSeconds(9)));
    }

    @Test
    void anAmbulanceOrderedAfterACancelledOneIsANewDispatch() {
        desk.cancelDispatch(caseId, WANG, "误报", NOW);
        assertThat(refusal(desk.cancelDispatch(caseId, WANG, "误报", NOW))).isEqualTo(Reason.NO_DISPATCH);

        desk.orderDispatch(caseId, LIU, NOW.plusSeconds(5));

        assertThat(known().clock().dispatch()).isEqualTo(2);
        assertThat(known().dispatch().cancelled()).isEmpty();
    }

    @Test
    void onlyAReasonLowersAColourAndTheCaseIsClosedWithIt() {
        assertThat(refusal(desk.lower(caseId, WANG, TriageLevel.YELLOW, " ", NOW)))
                .isEqualTo(Reason.REASON_MISSING);
        assertThat(refusal(desk.lower(caseId, WANG, TriageLevel.RED, "红", NOW))).isEqualTo(Reason.NOT_LOWER);

        desk.lower(caseId, WANG, TriageLevel.YELLOW, "早复极", NOW);

        assertThat(known().open()).isFalse();
        assertThat(known().closingNote())
                .hasValueSatisfying(note -> assertThat(note).contains("早复极"));
        assertThat(known().dispatch().cancelled()).isPresent();
        assertThat(refusal(desk.accept(caseId, WANG, NOW))).isEqualTo(Reason.CASE_CLOSED);
        assertThat(desk.openCases()).isEmpty();
    }

    @Test
    void aCaseIsClosedOnlyWithItsDisposition() {
        assertThat(refusal(desk.close(caseId, WANG, "", NOW))).isEqualTo(Reason.NO_DISPOSITION);
        desk.acknowledge(caseId, WANG, readBack("张三"), NOW);
        desk.disposition(caseId, WANG, Disposition.OBSERVE, "", NOW);

        assertThat(desk.close(caseId, WANG, "稳定", NOW)).isInstanceOf(DeskAnswer.Done.class);
        assertThat(toldClinic()).contains(new CaseProgress(exam.id(), CaseStep.CLOSED, "王医生", NOW));
    }

    @Test
    void openCasesAreTheWorstFirst() {
        Exam other = Reds.store(DATABASE.database(), Reds.patient("李四", "610922195001019999", 60), NOW);
        UUID lethal = Reds.caseId(Reds.red(DATABASE.database(), other, NOW.plusSeconds(60), Reds.hard("R03")));

        assertThat(desk.openCases()).extracting(CriticalCase::id).containsExactly(lethal, caseId);
    }

    @Test
    void nobodyCanActOnACaseThatIsNotThere() {
        assertThat(refusal(desk.accept(UUID.randomUUID(), WANG, NOW))).isEqualTo(Reason.NO_SUCH_CASE);
    }

    private CriticalCase known() {
        return desk.find(caseId).orElseThrow();
    }

    private List<Kind> kinds() {
        return desk.events(caseId).stream().map(CaseEvent::kind).toList();
    }

    private static ReadBack readBack(String name) {
        return new ReadBack(Map.of(PatientIdentifier.NAME, name, PatientIdentifier.AGE, "76"), "R11");
    }

    private static Reason refusal(DeskAnswer answer) {
        assertThat(answer).isInstanceOf(DeskAnswer.Refused.class);
        return ((DeskAnswer.Refused) answer).refusal().reason();
    }

    private static List<DownlinkMessage> toldClinic() {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(DownlinkRepository.class).waiting(Reds.SITE))
                .stream()
                .map(DownlinkRepository.Waiting::message)
                .toList();
    }
}
