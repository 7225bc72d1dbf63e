package coop.roseash.service.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

/// Throws away grants and links that are long over; federation's work, done once an hour by any replica.
@ApplicationScoped
class ProviderTidying {
    private static final Duration GRANTS_KEPT = Duration.ofDays(30);
    private static final Duration LINKS_KEPT = Duration.ofDays(1);

    private final GrantRepository grants;
    private final MailLinkRepository links;
    private final Clock clock;

    ProviderTidying(GrantRepository grants, MailLinkRepository links, Clock clock) {
        this.grants = grants;
        this.links = links;
        this.clock = clock;
    }

    /// Grants are kept for a while so that a code used again is still recognised.
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void tidy() {
        Instant now = clock.instant();
        grants.forgetBefore(now.minus(GRANTS_KEPT), now);
        links.delete("expiresAt < ?1", now.minus(LINKS_KEPT));
    }
}
