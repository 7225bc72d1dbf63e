package coop.roseash.service.activity;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Which other servers we deal with.
@ApplicationScoped
class HostPolicy {
    private final HostRepository hosts;
    private final Clock clock;

    HostPolicy(HostRepository hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @Transactional
    boolean isBlocked(String host) {
        return hosts.isBlocked(host);
    }

    /// Valid traffic came: deliveries may try the host again at once.
    @Transactional(TxType.REQUIRES_NEW)
    void heardFrom(String host) {
        hosts.heardFrom(host, clock.instant());
    }
}
