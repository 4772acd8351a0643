package org.ecgnet.sim.device;

/** Sees exactly the samples that a unit sends, whatever happens to them on the line. */
public interface SampleWitness {

    /** Streaming began: the samples that follow are a recording of their own. */
    void started();

    /** One moment, in the order of the unit's leads, as counts of its model. */
    void sent(int[] counts);

    /** Streaming ended. */
    void stopped();
}
