package org.ecgnet.hub.paging.run;

import java.util.function.Function;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/** Dies at a chosen transaction, just before or just after its commit, and stays dead: the hub was killed there. */
final class DyingDatabase implements Database {

    private final Database alive;
    private final int diesAt;
    private final boolean afterCommit;
    private int transactions;

    DyingDatabase(Database alive, int diesAt, boolean afterCommit) {
        this.alive = alive;
        this.diesAt = diesAt;
        this.afterCommit = afterCommit;
    }

    /** True once it has died. */
    boolean dead() {
        return transactions > diesAt;
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        int number = transactions++;
        if (number > diesAt || number == diesAt && !afterCommit) {
            throw new Killed();
        }
        T result = alive.inTransaction(work);
        if (number == diesAt) {
            throw new Killed();
        }
        return result;
    }

    /** The process is gone. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
