package org.ecgnet.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DispatchDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Person TING = new Person("ting", "调度员婷");
    private static final Person LI = new Person("li", "李医生");

    private final HubEvents events = new HubEvents();
    private final DispatchDesk desk = new DispatchDesk(DATABASE.database(), events);
    private UUID caseId;
    private UUID id;

    @BeforeEach
    void requested() {
        Requested requested = Requested.in(DATABASE, DispatchState.SENT, "ladder", NOW);
        caseId = requested.caseId();
        id = requested.dispatchId();
    }

    @Test
    void everyStepIsKeptWithWhoAndWhenAndConsolesHearOfIt() {
        List<HubEvent> heard = new ArrayList<>();
        events.subscribe(heard::add);

        desk.answer(id, TING, DispatchState.ACCEPTED, "", NOW.plusSeconds(20));
        desk.answer(id, TING, DispatchState.DISPATCHED, "冀A·120", NOW.plusSeconds(80));

        DispatchRequest request = desk.find(id).orElseThrow();
        assertThat(request.steps())
                .containsExactly(
                        new DispatchStep(DispatchState.SENT, "ladder", NOW, ""),
                        new DispatchStep(DispatchState.ACCEPTED, "调度员婷", NOW.plusSeconds(20), ""),
                        new DispatchStep(DispatchState.DISPATCHED, "调度员婷", NOW.plusSeconds(80), "冀A·120"));
        assertThat(request.known().dispatch().accepted())
                .hasValueSatisfying(signed -> assertThat(signed.by()).isEqualTo("120 调度员婷"));
        assertThat(heard).filteredOn(HubEvent.CaseChanged.class::isInstance).hasSize(2);
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        desk.answer(id, TING, DispatchState.ACCEPTED, "", NOW);

        assertThat(desk.answer(id, new Person("bo", "调度员波"), DispatchState.ACCEPTED, "", NOW))
                .isInstanceOfSatisfying(
                        AnswerTaken.Past.class,
                        past -> assertThat(past.dispatch().by()).isEqualTo("调度员婷"));
    }

    @Test
    void anAcceptanceHeardOnTheTelephoneNamesBothPeople() {
        desk.acceptedByTelephone(id, "12 号", LI, NOW);

        assertThat(desk.find(id).orElseThrow().steps())
                .last()
                .isEqualTo(new DispatchStep(DispatchState.ACCEPTED, "12 号", NOW, "by telephone, heard by 李医生"));
        assertThat(new CriticalDesk(DATABASE.database(), events, CasePolicy.DEFAULT).events(caseId))
                .filteredOn(event -> event.kind() == CaseEvent.Kind.DISPATCH_ANSWERED)
                .singleElement()
                .satisfies(event -> assertThat(event.by()).isEqualTo("120 12 号"));
    }

    @Test
    void aDispatchThatIsNotThereIsSaidToBeUnknown() {
        UUID nowhere = UUID.randomUUID();

        assertThat(desk.answer(nowhere, TING, DispatchState.ACCEPTED, "", NOW))
                .isEqualTo(new AnswerTaken.Unknown(nowhere));
    }

    @Test
    void whatEndedLongAgoIsOutOfSightAndWhatIsUnderWayNeverIs() {
        assertThat(desk.board(NOW.plusSeconds(86_400)))
                .extracting(request -> request.dispatch().id())
                .contains(id);

        desk.answer(id, TING, DispatchState.ARRIVED, "", NOW);

        assertThat(desk.board(NOW.plusSeconds(12 * 3_600)))
                .extracting(request -> request.dispatch().id())
                .contains(id);
        assertThat(desk.board(NOW.plusSeconds(12 * 3_600 + 1)))
                .extracting(request -> request.dispatch().id())
                .doesNotContain(id);
    }
}
