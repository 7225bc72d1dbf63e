package coop.roseash.infrastructure.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/// Answers a body that says it is too large before it arrives, with a page; the server itself would only hang up.
@ApplicationScoped
class BodyLimit {
    static final String PAGE = "/refused/too-large";
    private static final int BEFORE_THE_BODY = 500;
    private static final int LONGEST_NUMBER = 18;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_BODY);
    }

    private void check(RoutingContext routing) {
        String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLarge(length)) {
            routing.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
            routing.addEndHandler(sent -> routing.request().connection().close());
            routing.reroute(HttpMethod.GET, PAGE);
        } else {
            routing.next();
        }
    }

    private boolean isTooLarge(String length) {
        return length.matches("\\d+") && (length.length() > LONGEST_NUMBER || Long.parseLong(length) > limit);
    }
}
