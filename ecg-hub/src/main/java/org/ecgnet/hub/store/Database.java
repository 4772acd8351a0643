package org.ecgnet.hub.store;

import java.util.function.Consumer;
import java.util.function.Function;

/** The county's database. Safe for use by many threads; blocks, so never on an event loop. */
public interface Database {

    /**
     * Runs the work in one transaction: all of it is stored, or, when it throws, none.
     *
     * @throws DatabaseException when the database fails
     */
    <T> T inTransaction(Function<Transaction, T> work);

    /** The same for work without a result. */
    default void transact(Consumer<Transaction> work) {
        inTransaction(transaction -> {
            work.accept(transaction);
            return Boolean.TRUE;
        });
    }
}
