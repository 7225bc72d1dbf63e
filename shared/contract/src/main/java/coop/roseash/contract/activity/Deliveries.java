package coop.roseash.contract.activity;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// How deliveries to other servers go, for the people who look after the site.
public interface Deliveries {
    Page<Sent> activities(PageRequest request);

    Optional<Sent> activity(long id);

    Page<Attempt> attempts(long activityId, PageRequest request);

    Page<Host> hosts(PageRequest request);

    /// Stops all traffic with the host and hides what came from it.
    ///
    /// @return false when the text is no host
    boolean block(String host);

    void unblock(String host);

    /// Tries a waiting host again at once.
    void retryNow(String host);

    /// One outgoing activity and what became of it.
    record Sent(long id, String type, String actorUri, @Nullable String objectUri, Instant at, boolean processed,
            long waiting, long delivered, long dead) {}

    record Attempt(String inbox, State state, int attempts, @Nullable String error, Instant at) {
        public enum State {
            WAITING, DELIVERED, DEAD
        }
    }

    /// @param readyAt when the next try is due, if it waits
    record Host(String host, boolean blocked, State state, int failures, Instant readyAt, @Nullable Instant lastSuccess,
            @Nullable String lastError, long waiting) {
        public enum State {
            ALIVE, WAITING, DEAD
        }
    }
}
