package coop.roseash.service.provider;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

/// Replaces the signing keys by schedule; only federation has the secret for it.
@ApplicationScoped
class KeyRotation {
    private final KeyRing keys;

    KeyRotation(KeyRing keys) {
        this.keys = keys;
    }

    @Scheduled(every = "${signing-key.check:10m}", delayed = "${signing-key.check:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void rotate() {
        keys.rotateWhenDue();
    }
}
