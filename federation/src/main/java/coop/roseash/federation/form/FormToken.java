package coop.roseash.federation.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.infrastructure.session.SessionCookie;

/// A token in each form, made from a secret cookie of this browser, so that no other site can send the form.
@ApplicationScoped
public class FormToken {
    private static final String COOKIE = "ra_form";
    private static final long SECONDS = 24 * 3600;

    private final SessionCookie cookie;

    FormToken(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /// The token for a form shown now; gives the browser its secret if it has none.
    public String forForm(RoutingContext request) {
        return token(secret(request));
    }

    /// The browser's own secret, by which it is recognised later.
    public String secret(RoutingContext request) {
        String known = cookie.value(request, COOKIE);
        if (known != null) {
            return known;
        }
        String secret = RandomToken.next();
        cookie.set(request, COOKIE, secret, SECONDS);
        return secret;
    }

    /// What the apps may know of this browser: that it is the same one.
    public String mark(RoutingContext request) {
        return RandomToken.hash("browser:" + secret(request));
    }

    /// @throws ForbiddenException when the form was not one of ours, shown to this browser
    public void require(RoutingContext request, @Nullable String token) {
        String known = cookie.value(request, COOKIE);
        boolean matches = !isFromElsewhere(request) && known != null && token != null
                && MessageDigest.isEqual(bytes(token(known)), bytes(token));
        if (!matches) {
            throw new ForbiddenException();
        }
    }

    /// The paths that clients post to are open to other sites; a form of our own is not.
    private static boolean isFromElsewhere(RoutingContext request) {
        String site = request.request().getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static String token(String secret) {
        return RandomToken.hash("form:" + secret);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
