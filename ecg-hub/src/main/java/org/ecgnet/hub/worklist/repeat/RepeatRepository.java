package org.ecgnet.hub.worklist.repeat;

/** The repeats that clinics were asked for. */
public interface RepeatRepository {

    /** @return false when the exam was sent back before */
    boolean add(RepeatRequest request);
}
