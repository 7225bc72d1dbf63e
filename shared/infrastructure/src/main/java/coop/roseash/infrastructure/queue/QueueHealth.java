package coop.roseash.infrastructure.queue;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import coop.roseash.contract.queue.QueueState;
import coop.roseash.contract.queue.Queues;

/// Shows how late each queue is. Never a reason to take an app out: another task of it would be just as late.
@Readiness
@ApplicationScoped
class QueueHealth implements HealthCheck {
    private final Queues queues;

    QueueHealth(Queues queues) {
        this.queues = queues;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Queues").up();
        try {
            for (Map.Entry<Queues.Name, QueueState> each : queues.queues().entrySet()) {
                QueueState state = each.getValue();
                answer.withData(each.getKey().id(), "%d waiting, %d s late, %d set aside".formatted(state.waiting(),
                        state.late().toSeconds(), state.aside()));
            }
        } catch (IllegalStateException e) {
            answer.withData("unknown", String.valueOf(e.getMessage()));
        }
        return answer.build();
    }
}
