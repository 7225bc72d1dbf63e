package coop.roseash.infrastructure.trace;

import java.util.Optional;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/// OpenTelemetry's Java agent, where the JVM was started with it. Without it nothing of OpenTelemetry is loaded.
final class Agent {
    private static final boolean HERE = isHere();

    private Agent() {}

    /// The span it keeps of what runs now.
    static Optional<Trace> current() {
        return HERE ? Spans.current() : Optional.empty();
    }

    /// It puts its own classes beside the JDK's, where looking for one costs next to nothing.
    private static boolean isHere() {
        try {
            Class.forName("io.opentelemetry.javaagent.bootstrap.AgentInitializer", false, null);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /// The only one to know OpenTelemetry's classes.
    static final class Spans {
        private Spans() {}

        static Optional<Trace> current() {
            SpanContext span = Span.current().getSpanContext();
            return span.isValid() ? Optional.of(new Trace(span.getTraceId(), span.getSpanId())) : Optional.empty();
        }
    }
}
