package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.roster.DutyRoster;
import org.ecgnet.hub.roster.OnCallPerson;
import org.ecgnet.hub.roster.RosterEntry;
import org.ecgnet.hub.roster.RosterRepository;
import org.ecgnet.hub.roster.Shift;
import org.ecgnet.hub.roster.Substitution;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code roster_...} tables. */
final class JdbcRosterRepository implements RosterRepository {

    private static final String SERIALIZE = "select one from roster_head for update";
    private static final String SAVE_PERSON =
            """
            insert into roster_person (person_id, name, account, active, ways)
            values (:id, :name, :account, :active, cast(:ways as jsonb))
            on conflict (person_id) do update
            set name = excluded.name, account = excluded.account, active = excluded.active, ways = excluded.ways""";
    private static final String PEOPLE =
            """
            select person_id, name, account, active, ways
            from roster_person
            order by name, person_id""";
    private static final String ADD_SHIFT =
            """
            insert into roster_shift (shift_id, tier, person_id, starts_at, ends_at)
            values (:id, :tier, :person, :from, :to)""";
    private static final String REMOVE_SHIFT =
            """
            update roster_shift
            set removed_at = :now
            where shift_id = :id and removed_at is null""";
    private static final String SHIFTS =
            """
            select shift_id, tier, person_id, starts_at, ends_at
            from roster_shift
            where removed_at is null and starts_at < :to and ends_at > :from
            order by starts_at, shift_id""";
    private static final String ADD_SUBSTITUTION =
            """
            insert into roster_substitution
                (substitution_id, shift_id, person_id, starts_at, ends_at, swap_id, agreed_by, agreed_at, note)
            values (:id, :shift, :person, :from, :to, :swap, :agreedBy, :agreedAt, :note)""";
    private static final String SUBSTITUTIONS =
            """
            select s.substitution_id, s.shift_id, s.person_id, s.starts_at, s.ends_at, s.swap_id, s.agreed_by,
                s.agreed_at, s.note
            from roster_substitution s
            join roster_shift d on d.shift_id = s.shift_id
            where d.removed_at is null and d.starts_at < :to and d.ends_at > :from
            order by s.number""";
    private static final String APPEND =
            """
            insert into roster_entry (at, done_by, kind, detail)
            values (:at, :by, :kind, :detail)""";
    private static final String HISTORY =
            """
            select at, done_by, kind, detail
            from roster_entry
            order by number desc
            limit :most""";

    private static final String DISABLED = "select channel from channel_disabled";

    private final Handle handle;

    JdbcRosterRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void serializeChanges() {
        handle.createQuery(SERIALIZE).mapTo(Boolean.class).one();
    }

    @Override
    public void save(OnCallPerson person) {
        handle.createUpdate(SAVE_PERSON)
                .bind("id", person.id())
                .bind("name", person.name())
                .bind("account", person.account())
                .bind("active", person.active())
                .bind("ways", Json.write(person.ways()))
                .execute();
    }

    @Override
    public List<OnCallPerson> people() {
        return handle.createQuery(PEOPLE).map(JdbcRosterRepository::person).list();
    }

    @Override
    public void add(Shift shift) {
        handle.createUpdate(ADD_SHIFT)
                .bind("id", shift.id())
                .bind("tier", shift.tier().name())
                .bind("person", shift.person())
                .bind("from", shift.from())
                .bind("to", shift.to())
                .execute();
    }

    @Override
    public void remove(UUID shift, Instant now) {
        handle.createUpdate(REMOVE_SHIFT).bind("id", shift).bind("now", now).execute();
    }

    @Override
    public void add(Substitution substitution) {
        handle.createUpdate(ADD_SUBSTITUTION)
                .bind("id", substitution.id())
                .bind("shift", substitution.shift())
                .bind("person", substitution.person())
                .bind("from", substitution.from())
                .bind("to", substitution.to())
                .bind("swap", substitution.swap())
                .bind("agreedBy", substitution.agreedBy())
                .bind("agreedAt", substitution.agreedAt())
                .bind("note", substitution.note())
                .execute();
    }

    @Override
    public void append(RosterEntry entry) {
        handle.createUpdate(APPEND)
                .bind("at", entry.at())
                .bind("by", entry.by())
                .bind("kind", entry.kind().name())
                .bind("detail", entry.detail())
                .execute();
    }

    @Override
    public List<RosterEntry> history(int most) {
        return handle.createQuery(HISTORY)
                .bind("most", most)
                .map((row, context) -> new RosterEntry(
                        SqlTypes.instant(row, "at"),
                        row.getString("done_by"),
                        RosterEntry.Kind.valueOf(row.getString("kind")),
                        row.getString("detail")))
                .list();
    }

    @Override
    public Set<String> disabledChannels() {
        return handle.createQuery(DISABLED).mapTo(String.class).set();
    }

    @Override
    public DutyRoster between(Instant from, Instant to) {
        List<Shift> shifts = handle.createQuery(SHIFTS)
                .bind("from", from)
                .bind("to", to)
                .map(JdbcRosterRepository::shift)
                .list();
        List<Substitution> substitutions = handle.createQuery(SUBSTITUTIONS)
                .bind("from", from)
                .bind("to", to)
                .map(JdbcRosterRepository::substitution)
                .list();
        return new DutyRoster(people(), shifts, substitutions);
    }

    private static OnCallPerson person(ResultSet row, StatementContext context) throws SQLException {
        return new OnCallPerson(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                SqlTypes.optionalText(row, "account"),
                Arrays.asList(Json.read(row.getString("ways"), OnCallPerson.Way[].class)),
                row.getBoolean("active"));
    }

    private static Shift shift(ResultSet row, StatementContext context) throws SQLException {
        return new Shift(
                row.getObject("shift_id", UUID.class),
                Recipient.valueOf(row.getString("tier")),
                row.getObject("person_id", UUID.class),
                SqlTypes.instant(row, "starts_at"),
                SqlTypes.instant(row, "ends_at"));
    }

    private static Substitution substitution(ResultSet row, StatementContext context) throws SQLException {
        return new Substitution(
                row.getObject("substitution_id", UUID.class),
                row.getObject("shift_id", UUID.class),
                row.getObject("person_id", UUID.class),
                SqlTypes.instant(row, "starts_at"),
                SqlTypes.instant(row, "ends_at"),
                Optional.ofNullable(row.getObject("swap_id", UUID.class)),
                row.getString("agreed_by"),
                SqlTypes.instant(row, "agreed_at"),
                row.getString("note"));
    }
}
