package org.ecgnet.hub.store;

/** One transaction, open while the work of {@link Database#inTransaction} runs. */
public interface Transaction {

    /**
     * The repository of this interface, bound to this transaction.
     *
     * @throws IllegalArgumentException when there is no such repository
     */
    <R> R repository(Class<R> type);
}
