package org.ecgnet.edge.page;

import org.ecgnet.edge.capture.LiveFrame;
import org.ecgnet.edge.electrode.Contact;

/** Hears what changes, on threads of the agent. Must return at once. */
public interface DeskWatcher {

    /** The state, or an exam, is not as it was. */
    void changed();

    /** The trace goes on. */
    void live(LiveFrame frame);

    /** How the electrodes are, about once a second while the unit streams. */
    void contact(Contact contact);
}
