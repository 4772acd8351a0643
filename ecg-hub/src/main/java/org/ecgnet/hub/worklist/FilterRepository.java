package org.ecgnet.hub.worklist;

/** Each reader's filter of the worklist. */
public interface FilterRepository {

    /** {@link WorklistFilter#ALL} until the account has kept one. */
    WorklistFilter of(String account);

    void keep(String account, WorklistFilter filter);
}
