package org.ecgnet.edge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ecgnet.edge.capture.LiveFrame;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.page.Desk;
import org.ecgnet.edge.page.DeskWatcher;

/** Everyone who watches the desk. Safe for use by many threads. */
final class Watchers implements DeskWatcher {

    private final List<DeskWatcher> watchers = new CopyOnWriteArrayList<>();

    Desk.Watching add(DeskWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void changed() {
        watchers.forEach(DeskWatcher::changed);
    }

    @Override
    public void live(LiveFrame frame) {
        watchers.forEach(watcher -> watcher.live(frame));
    }

    @Override
    public void contact(Contact contact) {
        watchers.forEach(watcher -> watcher.contact(contact));
    }
}
