/**
 * Simulated hearts: seeded 12-lead recordings of named scenarios with the exact truth about every beat.
 *
 * <p>A heart is a dipole (Gaussians on X, Y, Z through Dower's matrix) with terms of single leads added, so that eight
 * leads are eight and not three, and independent noise a lead. Everything here is pure and depends on its seed alone:
 * the same scenario, seed and rate give the same samples on every machine.
 *
 * <pre>{@code
 * SimulatedEcg ecg = Hearts.recording(Scenario.ANTERIOR_STEMI, 7, 10, new SampleRate(500));
 * Waveform samples = ecg.recording().waveform();
 * double j = ecg.truth().beats().get(3).shape().stMicrovolts(Lead.V3);
 * HeartStream endless = Hearts.stream(Scenario.VF, 7, new SampleRate(500)); // moment after moment
 * }</pre>
 *
 * <p>Nothing here knows a triage rule: the labels say what the heart does, not what should be done about it.
 */
@NullMarked
package org.ecgnet.sim.heart;

import org.jspecify.annotations.NullMarked;
