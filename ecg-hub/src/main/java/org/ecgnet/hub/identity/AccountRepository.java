package org.ecgnet.hub.identity;

import java.util.List;
import java.util.Optional;

/** Accounts. */
public interface AccountRepository {

    /** False when the name is taken. */
    boolean addIfAbsent(Account account);

    /** False when there is no such account. */
    boolean changePassword(String name, String passwordHash);

    Optional<Account> find(String name);

    /** All, by name. */
    List<Account> all();
}
