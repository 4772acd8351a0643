package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hubs that die in the middle of a pass, and those that take over. */
class DyingHubIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final PagingRig rig = new PagingRig(DATABASE.database());

    /** Cases of other tests would page too. */
    @BeforeEach
    void closeWhatIsOpen() {
        rig.closeWhatIsOpen();
    }

    @Test
    void aSecondHubTakesOverWhenTheLeaseOfTheFirstHasEnded() {
        UUID caseId = rig.red("R05", true);
        Database real = DATABASE.database();
        // Transactions of a first run: release, due, ladder, yellow, disabled, claim; it dies before it can write the
        // result.
        DyingDatabase dying = new DyingDatabase(real, 6, false);
        assertThatThrownBy(
                        () -> PagingBench.pass(dying, rig.parts(), rig.clock()).run())
                .isInstanceOf(DyingDatabase.Killed.class);
        PagingParts other = new PagingParts(
                "hub-2",
                rig.parts().ladder(),
                rig.parts().roster(),
                rig.parts().clinics(),
                rig.parts().channels(),
                rig.parts().to120(),
                rig.parts().caseLink(),
                rig.parts().retries(),
                rig.parts().vigilance());
        PagingPass second = PagingBench.pass(real, other, rig.clock());

        second.run();
        assertThat(rig.sentAbout(caseId)).hasSize(1);
        rig.clock().moveTo(PagingRig.START.plus(PagingPass.LEASE));
        second.run();

        assertThat(rig.sentAbout(caseId).stream().filter(page -> page.step().equals("tier-1-ring")))
                .hasSize(2)
                .extracting(PageMessage::id)
                .containsOnly(rig.deliveries(caseId).get(0).id().toString());
    }

    @Test
    void aHubKilledAtAnyMomentLosesNoPageAndTakesNoStepTwice() {
        boolean died = true;
        for (int diesAt = 0; died; diesAt++) {
            died = killedAt(diesAt, true) | killedAt(diesAt, false);
        }
    }

    /** @return false when the run was over before it came to that transaction */
    private boolean killedAt(int diesAt, boolean afterCommit) {
        rig.clock().moveTo(PagingRig.START);
        rig.channel().sent().clear();
        UUID caseId = rig.red("R05", true);
        DyingDatabase dying = new DyingDatabase(DATABASE.database(), diesAt, afterCommit);
        try {
            PagingBench.runUntil(PagingBench.pass(dying, rig.parts(), rig.clock()), rig.clock(), PagingRig.after(65));
        } catch (DyingDatabase.Killed e) {
            assertThat(dying.dead()).isTrue();
        }
        PagingBench.runUntil(rig.pass(), rig.clock(), PagingRig.after(65));

        String when = "killed at transaction " + diesAt + (afterCommit ? " after" : " before") + " its commit";
        Set<String> planned = new HashSet<>();
        for (Delivery delivery : rig.deliveries(caseId)) {
            planned.add(delivery.id().toString());
            assertThat(rig.state(delivery)).as(when).isEqualTo(Delivery.State.DELIVERED);
        }
        assertThat(rig.sentAbout(caseId)).as(when).extracting(PageMessage::id).hasSameElementsAs(planned);
        assertThat(new HashSet<>(rig.steps(caseId)).stream().map(step -> step.replaceAll(".* ", "")))
                .as(when)
                .containsExactlyInAnyOrder(
                        "reader-push",
                        "tier-1-push",
                        "tier-1-ring",
                        "tier-2-ring",
                        "clinic-screen",
                        "clinic-call",
                        "dispatch");
        rig.close(caseId);
        return dying.dead();
    }
}
