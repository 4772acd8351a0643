package org.ecgnet.edge.drop;

/** Takes what files hold; the way of an exam from here on is that of a recording of the clinic's own unit. */
public interface DropSink {

    /**
     * Makes an exam durable. The same exam again changes nothing.
     *
     * @return false when it cannot be stored now; it will be offered again
     */
    boolean take(DroppedExam exam);
}
