package org.ecgnet.edge.page;

import org.ecgnet.edge.capture.LiveFrame;

/** Hears what changes, on threads of the agent. Must return at once. */
public interface DeskWatcher {

    /** The state, or an exam, is not as it was. */
    void changed();

    /** The trace goes on. */
    void live(LiveFrame frame);
}
