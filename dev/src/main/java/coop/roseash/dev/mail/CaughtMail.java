package coop.roseash.dev.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One mail that was caught, newest first in every list.
public record CaughtMail(String id, Instant at, String from, List<String> to, String subject, String text,
        @Nullable String html, Map<String, String> headers) {
    public CaughtMail {
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
    }
}
