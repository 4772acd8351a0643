package org.ecgnet.hub.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.Site;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.Database;

/**
 * Which clinics' exams the clinics' staff are shown. A change counts at once: every request asks for the account anew, and
 * open streams of events end and come back. Blocks on the database; safe for use by many threads.
 */
public final class StaffDesk {

    private final Database database;
    private final HubEvents events;

    public StaffDesk(Database database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    /** Every account, and every clinic that somebody could be given. */
    public record People(List<Account> accounts, List<SiteCode> sites) {
        public People {
            accounts = List.copyOf(accounts);
            sites = List.copyOf(sites);
        }
    }

    public People people() {
        return database.inTransaction(transaction -> new People(
                transaction.repository(AccountRepository.class).all(),
                transaction.repository(SiteRepository.class).all(Scope.COUNTY).stream()
                        .map(Site::code)
                        .toList()));
    }

    /**
     * Gives somebody of the clinics' staff other clinics.
     *
     * @param seen the clinics that whoever asks saw: of two who change them at once the second is told
     * @param actor who does it
     * @throws IllegalArgumentException for none, or for a site that the hub has never heard of
     */
    public SitesAnswer changeSites(String name, Set<SiteCode> seen, Set<SiteCode> sites, String actor, Instant now) {
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("sites: none (expected: at least one)");
        }
        SitesAnswer answer = database.inTransaction(transaction -> {
            var accounts = transaction.repository(AccountRepository.class);
            Optional<Account> account =
                    accounts.find(name).filter(found -> found.roles().contains(Role.SITE_STAFF));
            if (account.isEmpty()) {
                return new SitesAnswer.NotOfAClinic();
            }
            AccountBook.check(transaction, sites);
            if (!accounts.changeSites(name, seen, sites)) {
                return new SitesAnswer.Stale(account.get().sites());
            }
            transaction
                    .repository(AuditRepository.class)
                    .append(AuditEvent.of(
                            now,
                            actor,
                            AuditAction.SITES_CHANGED,
                            name + " from " + account.get().scope() + " to " + new Scope.Clinics(sites)));
            return new SitesAnswer.Changed();
        });
        if (answer instanceof SitesAnswer.Changed) {
            events.publish(new HubEvent.AccountChanged(name));
        }
        return answer;
    }
}
