package org.ecgnet.hub.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookPlanTest {

    @Test
    void aRunningServerIsLookedAtTwiceASecond() {
        assertThat(LookPlan.CALM.foundRunning().foundRunning().pause()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aServerThatDoesNotStayIsStartedEverLaterUpToHalfAMinute() {
        LookPlan plan = LookPlan.CALM.foundDead();
        assertThat(plan.pause()).isEqualTo(Duration.ofMillis(500));
        plan = plan.foundDead();
        assertThat(plan.pause()).isEqualTo(Duration.ofSeconds(1));
        plan = plan.foundDead();
        assertThat(plan.pause()).isEqualTo(Duration.ofSeconds(2));
        for (int start = 0; start < 1_000; start++) {
            plan = plan.foundDead();
        }
        assertThat(plan.pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aMinuteOfCalmForgetsTheStartsAndAMomentLessDoesNot() {
        LookPlan plan = LookPlan.CALM.foundDead().foundDead().foundDead();
        for (int look = 1; look < 120; look++) {
            plan = plan.foundRunning();
        }
        assertThat(plan.foundDead().pause()).isEqualTo(Duration.ofSeconds(4));
        assertThat(plan.foundRunning().foundDead().pause()).isEqualTo(Duration.ofMillis(500));
    }
}
