package coop.roseash.infrastructure.schema;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import coop.roseash.infrastructure.schema.SchemaVersion.State;

/// Ready only with all tables; once seen they do not go away, so they are not looked at again.
@Readiness
@ApplicationScoped
class SchemaHealth implements HealthCheck {
    private final SchemaVersion version;
    private volatile boolean seen;

    SchemaHealth(SchemaVersion version) {
        this.version = version;
    }

    @Override
    public HealthCheckResponse call() {
        seen = seen || version.state() instanceof State.Ready;
        return HealthCheckResponse.named("Migrations").status(seen).build();
    }
}
