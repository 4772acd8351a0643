package org.ecgnet.hub.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;

/** Accounts. */
public interface AccountRepository {

    /** False when the name is taken. */
    boolean addIfAbsent(Account account);

    /** False when there is no such account. */
    boolean changePassword(String name, String passwordHash);

    /** In place of exactly these; false when there is no such account, or it has others. */
    boolean changeSites(String name, Set<SiteCode> before, Set<SiteCode> after);

    Optional<Account> find(String name);

    /** All, by name. */
    List<Account> all();
}
