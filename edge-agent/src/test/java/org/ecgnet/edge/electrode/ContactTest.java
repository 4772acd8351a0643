package org.ecgnet.edge.electrode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.edge.electrode.LeadLight.Colour;
import org.ecgnet.protocol.device.DeviceEvent.Samples;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.quality.LeadTrouble;
import org.junit.jupiter.api.Test;

/** Simulated hearts. */
class ContactTest {

    private static final SampleRate RATE = new SampleRate(500);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static Contact contact(Set<Lead> off) {
        HeartStream heart = Hearts.stream(Scenario.NORMAL, 3, RATE);
        LastSeconds last =
                new LastSeconds(new UnitFormat(RATE, Lead.STANDARD_12, Collections.nCopies(12, HeartStream.SCALE)));
        Optional<Recording> seconds = Optional.empty();
        for (int frame = 0; frame < 100; frame++) {
            List<int[]> moments = new ArrayList<>();
            for (int n = 0; n < 25; n++) {
                moments.add(heart.next().counts());
            }
            Optional<Recording> given = last.next(new Samples(moments, off, false, false, frame, 1 << 16), NOW);
            seconds = given.isPresent() ? given : seconds;
        }
        return Contact.of(seconds.orElseThrow());
    }

    @Test
    void aQuietHeartWithAllElectrodesOnIsReadyAndEverySiteIsLit() {
        Contact contact = contact(Set.of());

        assertThat(contact.lights()).hasSize(12).allMatch(light -> light.colour() == Colour.GREEN);
        assertThat(contact.on()).containsExactlyInAnyOrder(Site.values());
        assertThat(contact.ready()).isTrue();
    }

    @Test
    void aChestElectrodeThatIsOffIsRedAndItsSiteIsDark() {
        Contact contact = contact(Set.of(Lead.V3));

        assertThat(contact.lights())
                .contains(new LeadLight(Lead.V3, Colour.RED, Optional.of(LeadTrouble.ELECTRODE_OFF)));
        assertThat(contact.on()).doesNotContain(Site.V3).hasSize(9);
        assertThat(contact.ready()).isFalse();
    }

    @Test
    void aLimbElectrodeIsProvenByEitherOfItsLeads() {
        Set<Lead> chest = Set.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

        assertThat(Site.provenBy(Set.of(Lead.I))).containsExactlyInAnyOrder(Site.RA, Site.LA, Site.RL);
        assertThat(Site.provenBy(Set.of(Lead.III))).containsExactlyInAnyOrder(Site.LA, Site.LL, Site.RL);
        assertThat(Site.provenBy(Set.of(Lead.II, Lead.V4)))
                .containsExactlyInAnyOrder(Site.RA, Site.LL, Site.V4, Site.RL);
        assertThat(Site.provenBy(Set.of())).isEmpty();
        assertThat(Site.provenBy(chest)).hasSize(7);
    }
}
