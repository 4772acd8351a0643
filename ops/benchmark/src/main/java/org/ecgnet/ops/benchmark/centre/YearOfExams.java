package org.ecgnet.ops.benchmark.centre;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;

/** The database of a running hub, filled with copies of the exams in it. */
final class YearOfExams implements AutoCloseable {

    private final Connection connection;

    YearOfExams(EmbeddedPostgres.Running server) throws SQLException {
        connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    /** Copies until there are about so many; one of each level must be there. */
    void fill(int exams, Instant now) throws SQLException, IOException {
        try (InputStream file = YearOfExams.class.getResourceAsStream("copies.sql")) {
            if (file == null) {
                throw new IOException("copies.sql is missing from the jar");
            }
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":exams", String.valueOf(exams))
                    .replace(":now", "'" + now + "'");
            connection.setAutoCommit(false);
            execute(script);
            connection.commit();
            connection.setAutoCommit(true);
            execute("vacuum analyze");
        }
    }

    private void execute(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    /** The first column of what the query finds. */
    List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
