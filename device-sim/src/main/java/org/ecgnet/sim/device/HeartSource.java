package org.ecgnet.sim.device;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Moment;
import org.ecgnet.sim.heart.Scenario;

/** A simulated heart; never ends. */
public final class HeartSource implements SampleSource {

    private final HeartStream heart;

    public HeartSource(Scenario scenario, long seed, SampleRate rate, List<Lead> leads) {
        this.heart = Hearts.stream(scenario, seed, rate, leads);
    }

    @Override
    public UnitFormat format() {
        List<Lead> leads = heart.leads();
        return new UnitFormat(heart.rate(), leads, Collections.nCopies(leads.size(), HeartStream.SCALE));
    }

    @Override
    public Optional<Moment> next() {
        return Optional.of(heart.next());
    }
}
