package coop.roseash.infrastructure.session;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.app.Addresses;

/// The cookies of this host alone: on https their names say so to the browser (`__Host-`), so that no other
/// subdomain can plant one.
@ApplicationScoped
public class SessionCookie {
    private static final String SESSION = "ra_session";
    private static final String HOST_PREFIX = "__Host-";
    private final boolean https;
    private final long sessionSeconds;

    SessionCookie(Addresses addresses,
            @ConfigProperty(name = "session.lifetime", defaultValue = "90D") Duration lifetime) {
        this.https = addresses.origin(addresses.self()).startsWith("https:");
        this.sessionSeconds = lifetime.toSeconds();
    }

    public @Nullable String token(RoutingContext request) {
        return value(request, SESSION);
    }

    public void give(RoutingContext request, String token) {
        set(request, SESSION, token, sessionSeconds);
    }

    public void remove(RoutingContext request) {
        set(request, SESSION, "", 0);
    }

    /// The value of another cookie of this host, by its plain name.
    public @Nullable String value(RoutingContext request, String name) {
        Cookie cookie = request.request().getCookie(named(name));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /// @param seconds how long it lives; 0 removes it
    public void set(RoutingContext request, String name, String value, long seconds) {
        HttpServerResponse response = request.response();
        if (!response.headWritten()) {
            response.addCookie(Cookie.cookie(named(name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(https)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(seconds));
        }
    }

    private String named(String name) {
        return https ? HOST_PREFIX + name : name;
    }
}
