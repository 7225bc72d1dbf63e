package coop.roseash.service.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.service.signal.DatabaseSignals;

/// Sets this process's loggers as the rows in `log_levels` say, at once on every change, and back when a row goes.
@ApplicationScoped
class LogLevels {
    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(LogLevels.class);
    private static final String QUERY = """
            SELECT DISTINCT ON (category) category, level FROM log_levels WHERE app IN ('*', ?)
            ORDER BY category, app = '*'
            """;
    /// The java.util.logging levels that the log's own level names stand for.
    private static final Map<String, Level> LEVELS = Map.of("OFF", Level.OFF, "ERROR", Level.SEVERE, "WARN",
            Level.WARNING, "INFO", Level.INFO, "DEBUG", Level.FINE, "TRACE", Level.FINER);

    private final DataSource database;
    private final AppName app;
    /// What was changed, with the level of before; the loggers are held, for unheld ones forget their level.
    private final Map<Logger, Optional<Level>> changed = new HashMap<>();

    LogLevels(DataSource database, Addresses addresses) {
        this.database = database;
        this.app = addresses.self();
    }

    void start(@Observes StartupEvent start, DatabaseSignals signals) {
        signals.listen("log_levels", () -> Thread.ofVirtual().name("log-levels").start(this::apply));
    }

    private synchronized void apply() {
        try {
            Map<Logger, Level> wanted = read();
            changed.entrySet().removeIf(entry -> !wanted.containsKey(entry.getKey()) && restore(entry));
            wanted.forEach((logger, level) -> {
                changed.putIfAbsent(logger, Optional.ofNullable(logger.getLevel()));
                logger.setLevel(level);
            });
        } catch (SQLException e) {
            LOG.warnf("The log levels cannot be read: %s", e.getMessage());
        }
    }

    private Map<Logger, Level> read() throws SQLException {
        Map<Logger, Level> wanted = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, app.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    wanted.put(Logger.getLogger(rows.getString(1)), LEVELS.getOrDefault(rows.getString(2), Level.INFO));
                }
            }
        }
        return wanted;
    }

    private static boolean restore(Map.Entry<Logger, Optional<Level>> entry) {
        entry.getKey().setLevel(entry.getValue().orElse(null));
        return true;
    }
}
