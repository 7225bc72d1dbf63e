package coop.roseash.infrastructure.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/// The version of the database's tables beside the newest this app knows; a newer database is good too. What Flyway
/// left behind is read without Flyway, which only the app that migrates carries.
@ApplicationScoped
class SchemaVersion {
    private static final String UNDEFINED_TABLE = "42P01";

    private final DataSource database;
    /// The versions of all migrations, in their order; dev/schema.sh writes the file.
    private final List<String> known;

    SchemaVersion(DataSource database) {
        this.database = database;
        this.known = known();
    }

    sealed interface State {
        record Ready() implements State {}

        record Behind(List<String> missing) implements State {}

        record Unreachable(String reason) implements State {}
    }

    State state() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            Set<String> applied = applied(statement);
            List<String> missing = known.stream().filter(version -> !applied.contains(version)).toList();
            return missing.isEmpty() ? new State.Ready() : new State.Behind(missing);
        } catch (SQLException e) {
            return UNDEFINED_TABLE.equals(e.getSQLState())
                    ? new State.Behind(known)
                    : new State.Unreachable(
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
        }
    }

    private static Set<String> applied(Statement statement) throws SQLException {
        Set<String> versions = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT version FROM flyway_schema_history WHERE success")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private static List<String> known() {
        try (InputStream file = SchemaVersion.class.getResourceAsStream("/db/migrations.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
