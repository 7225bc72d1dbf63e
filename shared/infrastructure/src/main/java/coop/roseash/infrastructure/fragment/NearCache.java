package coop.roseash.infrastructure.fragment;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import coop.roseash.contract.fragment.FragmentChange;

/// The copies this process keeps for a moment, to spare Redis the same question many times a second.
@ApplicationScoped
class NearCache {
    private final Cache<Copy, Stored> copies;
    private final AtomicLong changes = new AtomicLong();
    private final Clock clock;

    NearCache(FragmentConfig config, Clock clock) {
        this.copies = Caffeine.newBuilder().expireAfterWrite(config.near()).maximumSize(config.nearSize()).build();
        this.clock = clock;
    }

    Optional<Stored> get(Copy copy) {
        return Optional.ofNullable(copies.getIfPresent(copy)).filter(kept -> clock.instant().isBefore(kept.until()));
    }

    /// How many changes were heard; told back when keeping what was fetched meanwhile.
    long changes() {
        return changes.get();
    }

    /// Keeps a copy, unless something changed since `changesBefore`.
    void put(Copy copy, Stored stored, long changesBefore) {
        copies.put(copy, stored);
        if (changes.get() != changesBefore) {
            copies.invalidate(copy);
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) FragmentChange change) {
        changes.incrementAndGet();
        copies.asMap().keySet().removeIf(copy -> copy.isMeantBy(change));
    }

    /// Forgets everything: changes may have been missed.
    void forgetAll() {
        changes.incrementAndGet();
        copies.invalidateAll();
    }
}
