package coop.roseash.service.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Bounds how often something is tried again: a pause between tries, and so many within ten minutes.
final class FetchLimiter {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 20_000;

    private final Duration pause;
    private final int tries;
    private final Map<String, Deque<Instant>> tried = new LinkedHashMap<>();

    FetchLimiter(Duration pause, int tries) {
        this.pause = pause;
        this.tries = tries;
    }

    /// Whether it may be tried now; if so the try is counted.
    synchronized boolean tryNow(String what, Instant now) {
        Deque<Instant> times = tried.computeIfAbsent(what, key -> new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst().isBefore(now.minus(WINDOW))) {
            times.removeFirst();
        }
        if (times.size() >= tries || !times.isEmpty() && times.getLast().isAfter(now.minus(pause))) {
            return false;
        }
        times.addLast(now);
        if (tried.size() > MOST_REMEMBERED) {
            tried.remove(tried.keySet().iterator().next());
        }
        return true;
    }

    /// It worked: what comes next is no repetition of a failure.
    synchronized void forget(String what) {
        tried.remove(what);
    }
}
