package coop.roseash.federation.signin;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.ValueCommands;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.federation.form.RandomToken;
import coop.roseash.infrastructure.session.SessionCookie;

/// Browsers in which a member has signed in before. They have attempts of their own, so that strangers who use up all
/// attempts for an address do not lock its owner out.
@ApplicationScoped
class KnownBrowser {
    private static final String COOKIE = "ra_known";
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final SessionCookie cookie;
    private final Members members;
    private final ValueCommands<String, Long> owners;

    KnownBrowser(SessionCookie cookie, Members members, RedisDataSource redis) {
        this.cookie = cookie;
        this.members = members;
        this.owners = redis.value(Long.class);
    }

    void remember(RoutingContext request, Member member) {
        if (of(request, member.email()).isPresent()) {
            return;
        }
        String token = RandomToken.next();
        owners.setex(key(token), REMEMBERED.toSeconds(), member.id());
        cookie.set(request, COOKIE, token, REMEMBERED.toSeconds());
    }

    /// Names this browser if it has signed in before as whoever has the address.
    Optional<String> of(RoutingContext request, String email) {
        String token = cookie.value(request, COOKIE);
        if (token == null) {
            return Optional.empty();
        }
        String key = key(token);
        Long owner = owners.get(key);
        return owner == null || !isAddressOf(owner, email) ? Optional.empty() : Optional.of(key);
    }

    private boolean isAddressOf(@Nullable Long owner, String email) {
        return members.byEmail(email).filter(member -> Long.valueOf(member.id()).equals(owner)).isPresent();
    }

    private static String key(String token) {
        return "known-browser:" + RandomToken.hash(token);
    }
}
