package coop.roseash.infrastructure.schema;

import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

import coop.roseash.infrastructure.schema.SchemaVersion.State;

/// Lets an app start only once the database has every table it knows; the blog makes them, the others wait.
@ApplicationScoped
class SchemaWait {
    private static final Logger LOG = Logger.getLogger(SchemaWait.class);
    private static final int BEFORE_ALL_OTHERS = 1;

    private final SchemaVersion version;
    private final SchemaConfig config;

    SchemaWait(SchemaVersion version, SchemaConfig config) {
        this.version = version;
        this.config = config;
    }

    void hold(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) throws InterruptedException {
        Instant end = Instant.now().plus(config.patience());
        String said = "";
        for (State state = version.state(); !(state instanceof State.Ready); state = version.state()) {
            String reason = reason(state);
            if (Instant.now().isAfter(end)) {
                throw new ConfigurationException(
                        "Gave up after " + config.patience().toSeconds() + " s: " + reason);
            }
            if (!reason.equals(said)) {
                LOG.infof("Waiting: %s", reason);
                said = reason;
            }
            Thread.sleep(config.interval());
        }
    }

    private static String reason(State state) {
        return switch (state) {
            case State.Ready() -> "the database is ready";
            case State.Behind(var missing) ->
                "the blog has still to run " + missing.size() + " migrations, up to " + missing.getLast();
            case State.Unreachable(var reason) -> "the database cannot be reached: " + reason;
        };
    }
}
