package coop.roseash.infrastructure.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.session.Session;

/// The visitor of the current request: a signed-in member, or a guest known by a cookie on this app only.
@RequestScoped
public class CurrentVisitor {
    /// The identity attribute under which the session mechanism leaves the [Member].
    public static final String MEMBER = "member";
    /// The request datum under which a lender finds the token of the guest for whom its fragment is asked.
    public static final String LENT_GUEST = "lent-guest";
    /// The request datum of a command that the platform's own key has signed: there is no visitor whose roles count.
    public static final String PLATFORM = "platform";
    /// The identity attribute under which it leaves the [Session].
    public static final String SESSION = "session";
    private static final String GUEST_COOKIE = "ra_guest";
    private static final long GUEST_COOKIE_SECONDS = 60L * 24 * 3600;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CurrentIdentityAssociation identity;
    private final RoutingContext request;

    CurrentVisitor(CurrentIdentityAssociation identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    public Optional<Member> member() {
        return Optional.ofNullable(memberOrNull());
    }

    /// @throws UnauthorizedException when nobody is signed in; the session mechanism answers with the sign-in
    public Member requireMember() {
        return member().orElseThrow(UnauthorizedException::new);
    }

    /// The session of a signed-in member on this device.
    public Optional<Session> session() {
        return Optional.ofNullable(identity.getIdentity().getAttribute(SESSION));
    }

    /// The visitor as the contracts know them; a guest without a cookie has an empty token and owns nothing.
    public Visitor visitor() {
        Member member = memberOrNull();
        return member != null ? new Visitor.SignedIn(member.id()) : new Visitor.Guest(guestToken());
    }

    /// The visitor, with a guest cookie given now to a guest who has none; for use cases that keep something.
    public Visitor visitorToKeep() {
        Visitor visitor = visitor();
        if (visitor instanceof Visitor.Guest(String token) && token.isEmpty()) {
            return adoptGuest(newToken());
        }
        return visitor;
    }

    /// Makes this device's guest the one with the given token.
    public Visitor.Guest adoptGuest(String token) {
        Cookie cookie = Cookie.cookie(GUEST_COOKIE, token)
            .setPath("/")
            .setHttpOnly(true)
            .setSecure(request.request().isSSL())
            .setSameSite(CookieSameSite.LAX)
            .setMaxAge(GUEST_COOKIE_SECONDS);
        request.response().addCookie(cookie);
        return new Visitor.Guest(token);
    }

    /// The guest this device was before signing in, if it kept anything.
    public Optional<Visitor.Guest> guest() {
        String token = guestToken();
        return token.isEmpty() ? Optional.empty() : Optional.of(new Visitor.Guest(token));
    }

    private String guestToken() {
        if (request.get(LENT_GUEST) instanceof String lent) {
            return lent;
        }
        Cookie cookie = request.request().getCookie(GUEST_COOKIE);
        String value = cookie == null ? "" : cookie.getValue();
        return value.matches("[A-Za-z0-9_-]{22,64}") ? value : "";
    }

    private @Nullable Member memberOrNull() {
        return identity.getIdentity().getAttribute(MEMBER);
    }

    private static String newToken() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
