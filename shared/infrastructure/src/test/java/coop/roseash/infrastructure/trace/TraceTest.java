package coop.roseash.infrastructure.trace;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void goesOnWithTheTraceThatTheHeaderNames() {
        Trace trace = Trace.within("00-" + ID + "-" + SPAN + "-01");
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.span()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
    }

    @Test
    void beginsOneWhereTheHeaderNamesNone() {
        for (String header : new String[]{null, "", "nonsense", "00-" + "0".repeat(32) + "-" + SPAN + "-01"}) {
            assertThat(Trace.within(header).id()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
        }
    }

    @Test
    void readsTheSpanThatOpenTelemetryIsIn() {
        assertThat(Agent.Spans.current()).isEmpty();
        try (Scope here = Span
            .wrap(SpanContext.create(ID, SPAN, TraceFlags.getSampled(), TraceState.getDefault()))
            .makeCurrent()) {
            assertThat(Agent.Spans.current()).hasValue(new Trace(ID, SPAN));
            assertThat(Agent.current()).as("asked only where the agent is").isEmpty();
        }
    }
}
