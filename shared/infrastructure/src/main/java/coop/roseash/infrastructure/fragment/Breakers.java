package coop.roseash.infrastructure.fragment;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import io.smallrye.faulttolerance.api.Guard;

import coop.roseash.contract.app.AppName;

/// One circuit breaker per lender, so that a dead one is not asked by every page.
@ApplicationScoped
class Breakers {
    private final Map<AppName, Guard> guards = new EnumMap<>(AppName.class);

    Breakers(FragmentConfig config) {
        for (AppName app : AppName.values()) {
            guards.put(
                    app,
                    Guard.create()
                        .withDescription("fragments of " + app.id())
                        .withCircuitBreaker()
                        .requestVolumeThreshold(config.failures())
                        .failureRatio(1.0)
                        .delay(config.pause().toMillis(), ChronoUnit.MILLIS)
                        .done()
                        .build());
        }
    }

    Lent call(AppName lender, Callable<Lent> question) throws Exception {
        Guard guard = guards.get(lender);
        if (guard == null) {
            throw new IllegalStateException("No breaker for " + lender);
        }
        try {
            return guard.call(question, Lent.class);
        } catch (CircuitBreakerOpenException e) {
            throw new LenderFailure("left alone for a moment after failures");
        }
    }
}
