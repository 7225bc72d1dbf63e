package coop.roseash.infrastructure.schema;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// The version of the database's tables beside the newest this app knows; a newer database is good too.
@ApplicationScoped
class SchemaVersion {
    private final Flyway flyway;

    SchemaVersion(Flyway flyway) {
        this.flyway = flyway;
    }

    sealed interface State {
        record Ready() implements State {}

        record Behind(List<String> missing) implements State {}

        record Unreachable(String reason) implements State {}
    }

    State state() {
        try {
            List<String> missing = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved() && !migration.getState().isApplied())
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .toList();
            return missing.isEmpty() ? new State.Ready() : new State.Behind(missing);
        } catch (FlywayException e) {
            return new State.Unreachable(String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
        }
    }
}
