package coop.roseash.infrastructure.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// What one visit sets going in all apps, as W3C Trace Context (level 1) writes it in the header `traceparent`.
///
/// @param id 32 hexadecimal digits, the same in every app
/// @param span 16 hexadecimal digits, for what one app does in it
public record Trace(String id, String span) {
    public static final String HEADER = "traceparent";
    /// The log's names for them, as OpenTelemetry has them.
    private static final String ID = "traceId";
    private static final String SPAN = "spanId";
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");
    private static final String NONE = "0".repeat(32);

    /// A part of the trace that OpenTelemetry's agent is in or else the header names, or of a new one.
    static Trace within(@Nullable String header) {
        return Agent.current().orElseGet(() -> named(header));
    }

    private static Trace named(@Nullable String header) {
        Matcher written = WRITTEN.matcher(header == null ? "" : header.strip());
        boolean known = written.matches() && !written.group(1).equals(NONE);
        return new Trace(known ? written.group(1) : digits() + digits(), digits());
    }

    /// The trace the running request is part of; empty outside requests.
    public static Optional<Trace> current() {
        return MDC.get(ID) instanceof String id && MDC.get(SPAN) instanceof String span
                ? Optional.of(new Trace(id, span))
                : Optional.empty();
    }

    /// From here on the log's lines about the running request say that they belong to it.
    void begin() {
        MDC.put(ID, id);
        MDC.put(SPAN, span);
    }

    /// The task as part of the trace that is current now, whichever thread runs it.
    public static Runnable carried(Runnable task) {
        Optional<Trace> current = current();
        return () -> {
            current.ifPresent(Trace::begin);
            try {
                task.run();
            } finally {
                MDC.remove(ID);
                MDC.remove(SPAN);
            }
        };
    }

    public String header() {
        return "00-" + id + "-" + span + "-01";
    }

    private static String digits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
