package coop.roseash.infrastructure.fragment;

import java.time.Duration;

/// What a lender answered, and how long it may be shown without asking again.
record Lent(String html, Duration timeToLive) {}
