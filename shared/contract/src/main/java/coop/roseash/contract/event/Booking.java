package coop.roseash.contract.event;

import java.time.Instant;

/// A resource taken by a member for a time.
public record Booking(long id, long resourceId, String resourceSlug, String resource, long memberId, String purpose,
        Span span, Instant createdAt) {}
