package coop.roseash.infrastructure.security;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.Addresses;

/// Sends the headers that tell browsers what a page may do, unless the page has said so itself, and how long an
/// answer may be kept.
@ApplicationScoped
class SecurityHeaders {
    private static final int PRIORITY = 400;
    private static final int REDIRECTION = 300;
    private static final Pattern FILE = Pattern.compile("/.*\\.(css|js|svg|png|jpe?g|webp|gif|ico)");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final String policy;
    private final boolean https;

    SecurityHeaders(SecurityConfig config, Addresses addresses,
            @ConfigProperty(name = "site.origin-pattern") String pattern) {
        String site = pattern.replace("{app}", "*");
        this.https = addresses.origin(addresses.self()).startsWith("https:");
        this.policy = String.join(
                "; ",
                List.of(
                        "default-src 'self'",
                        "img-src 'self' data: " + site + " " + String.join(" ", config.imageSources()),
                        "media-src 'self' " + site + " " + String.join(" ", config.imageSources()),
                        "frame-src 'self' " + String.join(" ", config.frameSources()),
                        "style-src 'self'",
                        "script-src 'self'",
                        "connect-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self' " + site + " " + String.join(" ", config.formTargets())));
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            routing.addHeadersEndHandler(done -> complete(routing));
            routing.next();
        }, PRIORITY);
    }

    private void complete(RoutingContext routing) {
        MultiMap headers = routing.response().headers();
        String target = FormTargets.of(routing);
        setUnlessPresent(headers, "Content-Security-Policy", target == null ? policy : policy + " " + target);
        setUnlessPresent(headers, "X-Content-Type-Options", "nosniff");
        setUnlessPresent(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
        setUnlessPresent(headers, "Cross-Origin-Opener-Policy", "same-origin");
        if (https) {
            setUnlessPresent(headers, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        limitKeeping(routing, headers);
    }

    /// Files named by their content are kept for ever; pages are asked for each time.
    private static void limitKeeping(RoutingContext routing, MultiMap headers) {
        String path = routing.normalizedPath();
        boolean found = routing.response().getStatusCode() < REDIRECTION;
        if (found && isFile(path)) {
            boolean named = routing.queryParams().contains("v");
            setUnlessPresent(headers, "Cache-Control", named ? FOR_EVER : "public, max-age=3600");
        } else {
            setUnlessPresent(headers, "Cache-Control", "private, no-cache");
        }
    }

    private static boolean isFile(String path) {
        return FILE.matcher(path).matches();
    }

    private static void setUnlessPresent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
