package coop.roseash.federation.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.infrastructure.session.SessionCookie;

/// A token in each form, made from a secret cookie of this browser, so that no other site can send the form.
@ApplicationScoped
public class FormToken {
    private static final String COOKIE = "ra_form";
    private static final int BYTES = 32;
    private static final long SECONDS = 24 * 3600;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

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
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = BASE64.encodeToString(bytes);
        cookie.set(request, COOKIE, secret, SECONDS);
        return secret;
    }

    /// What the apps may know of this browser: that it is the same one.
    public String mark(RoutingContext request) {
        return hash("browser:" + secret(request));
    }

    /// @throws ForbiddenException when the form was not one of ours, shown to this browser
    public void require(RoutingContext request, @Nullable String token) {
        String known = cookie.value(request, COOKIE);
        boolean matches = known != null && token != null
                && MessageDigest.isEqual(bytes(token(known)), bytes(token));
        if (!matches) {
            throw new ForbiddenException();
        }
    }

    private static String token(String secret) {
        return hash("form:" + secret);
    }

    private static String hash(String text) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
