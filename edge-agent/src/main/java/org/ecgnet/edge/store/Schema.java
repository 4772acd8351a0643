package org.ecgnet.edge.store;

/** The tables of the store, by version. */
final class Schema {

    /**
     * Raised only when an agent of before could not work with the tables: an agent updates itself only to one of the same
     * version, so that it can go back. A table or a column with a default needs no new one; look whether it is there.
     */
    static final int VERSION = 2;

    private static final String EXAM =
            """
            create table exam (
              exam_id      text primary key,
              created_ms   integer not null,            -- first sample, milliseconds since 1970
              red          integer not null default 0,  -- sent before everything else
              started      blob    not null,            -- sealed uplink message
              last_seq     integer not null default 0,
              stored_up_to integer not null default -1, -- the hub's receipt
              ended_seq    integer,
              ended_ms     integer,
              stored_ms    integer,                     -- when everything up to the end was receipted
              refused      text,
              reading      blob,                        -- sealed local reading, in the form of a downlink message
              reading_ms   integer
            )""";
    private static final String ITEM =
            """
            create table item (
              exam_id text    not null references exam (exam_id) on delete cascade,
              seq     integer not null,
              payload blob    not null, -- sealed uplink message
              primary key (exam_id, seq)
            )""";
    private static final String DOWNLINK =
            """
            create table downlink (
              digest  text primary key, -- of the content: a repeat is the same row
              exam_id text,
              at_ms   integer not null,
              payload blob    not null  -- sealed downlink message
            )""";
    private static final String CONFIRMATION =
            """
            create table confirmation (
              exam_id text    not null references exam (exam_id) on delete cascade,
              seq     integer not null,
              action  text    not null,
              at_ms   integer not null,
              primary key (exam_id, seq)
            )""";
    private static final String WORDS = "alter table confirmation add column deed blob"; // sealed; null in version 1
    private static final String STRIP =
            """
            create table strip (
              exam_id text primary key references exam (exam_id) on delete cascade,
              payload blob not null -- sealed: the seconds that were read here
            )""";
    /** An addition that an older version does not see: a program that is put back to it still opens the store. */
    private static final String IDENTIFICATION =
            """
            create table if not exists identification (
              exam_id text    not null references exam (exam_id) on delete cascade,
              seq     integer not null,
              at_ms   integer not null,
              by      blob    not null, -- sealed: who said it
              primary key (exam_id, seq)
            )""";

    private static final String CHECK = "create table vault_check (sealed blob not null)";
    private static final String PENDING =
            "create index exam_pending on exam (red, created_ms) where refused is null and stored_up_to < last_seq";
    private static final String BY_EXAM = "create index downlink_exam on downlink (exam_id, at_ms)";

    private Schema() {}

    /** Makes the tables in an empty file. @return true when the file was empty */
    static boolean make(SqliteFile file) {
        int version = (int) file.number("reading its version", "pragma user_version");
        if (version > VERSION) {
            throw new StoreException(
                    "store " + file.file() + " has version " + version + ", written by a newer edge agent (this one"
                            + " knows " + VERSION + "): start the newer one",
                    false);
        }
        if (version == VERSION) {
            file.run("adding to its tables", IDENTIFICATION);
            return false;
        }
        if (version == 1) {
            upgrade(file);
            file.run("adding to its tables", IDENTIFICATION);
            return false;
        }
        file.run("preparing", "pragma auto_vacuum = incremental", "vacuum");
        file.write("making its tables", connection -> {
            try (var statement = connection.createStatement()) {
                for (String sql : new String[] {
                    EXAM, ITEM, DOWNLINK, CONFIRMATION, CHECK, PENDING, BY_EXAM, WORDS, STRIP, IDENTIFICATION
                }) {
                    statement.execute(sql);
                }
                statement.execute("pragma user_version = " + VERSION);
            }
            return true;
        });
        return true;
    }

    private static void upgrade(SqliteFile file) {
        file.write("bringing its tables to version " + VERSION, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(WORDS);
                statement.execute(STRIP);
                statement.execute("pragma user_version = " + VERSION);
            }
            return true;
        });
    }
}
