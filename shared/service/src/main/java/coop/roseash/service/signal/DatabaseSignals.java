package coop.roseash.service.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Listens for PostgreSQL notifications (LISTEN/NOTIFY) on one connection per process and wakes whoever asked.
///
/// A notification may be missed while the connection is down, so every listener is also woken after each
/// reconnection, and keeps a slow poll of its own.
@ApplicationScoped
public class DatabaseSignals {
    private static final Logger LOG = Logger.getLogger(DatabaseSignals.class);
    private static final int WAIT_MILLISECONDS = 1_000;
    private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    DatabaseSignals(DataSource database) {
        this.database = database;
    }

    /// Runs `wake` on each notification of the channel; it must return quickly.
    ///
    /// @param channel a plain lower-case identifier
    public synchronized void listen(String channel, Runnable wake) {
        if (!channel.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("Not a channel name: " + channel);
        }
        listeners.put(channel, wake);
        if (thread == null) {
            thread = Thread.ofVirtual().name("database-signals").start(this::run);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(true);
                listenOn(connection);
            } catch (SQLException e) {
                if (!stopped) {
                    LOG.warnf("Lost the database's notifications, trying again: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        int listening = 0;
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!stopped) {
            if (listening != listeners.size()) {
                listening = subscribe(connection);
            }
            PGNotification[] notifications = postgres.getNotifications(WAIT_MILLISECONDS);
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    wake(notification.getName());
                }
            }
        }
    }

    private int subscribe(Connection connection) throws SQLException {
        int count = 0;
        try (Statement statement = connection.createStatement()) {
            for (String channel : listeners.keySet()) {
                statement.execute("LISTEN " + channel);
                wake(channel);
                count++;
            }
        }
        return count;
    }

    private void wake(String channel) {
        Runnable listener = listeners.get(channel);
        if (listener != null) {
            listener.run();
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
