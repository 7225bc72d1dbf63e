package coop.roseash.infrastructure.security;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

/// Where the forms of the current page may lead besides the site itself.
public final class FormTargets {
    private static final String KEY = FormTargets.class.getName();

    private FormTargets() {}

    /// Lets them lead to one more origin, also by a redirect; an app's own scheme counts as one.
    public static void allow(RoutingContext request, URI address) {
        String host = address.getHost();
        boolean safe = host == null || host.matches("[A-Za-z0-9.:\\[\\]-]+");
        if (safe) {
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            request.put(KEY, address.getScheme() + ":" + (host == null ? "" : "//" + host + port));
        }
    }

    static @Nullable String of(RoutingContext request) {
        return request.get(KEY);
    }
}
