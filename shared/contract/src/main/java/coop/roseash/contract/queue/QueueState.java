package coop.roseash.contract.queue;

import java.time.Duration;

/// How one queue of the platform fares.
///
/// @param waiting what is not done yet, due or not
/// @param late how long what has been due the longest has waited since; zero where nothing is due
/// @param aside what was given up and waits for a person
public record QueueState(long waiting, Duration late, long aside) {
    public static final QueueState EMPTY = new QueueState(0, Duration.ZERO, 0);
}
