package coop.roseash.federation.signin;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.ValueCommands;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.signin.OneTimeCodes;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.RandomToken;
import coop.roseash.infrastructure.session.SessionCookie;

/// What follows a link by mail or a password: the session, or first the one-time code of a member who turned codes on.
/// Who waits for the code is kept in Redis by the hash of a cookie; nobody is signed in meanwhile.
@ApplicationScoped
class SecondStep {
    private static final String COOKIE = "ra_step";

    private final OneTimeCodes codes;
    private final Members members;
    private final ProviderSession session;
    private final SessionCookie cookie;
    private final ValueCommands<String, Waiting> waiting;
    private final SigninConfig config;

    SecondStep(OneTimeCodes codes, Members members, ProviderSession session, SessionCookie cookie,
            RedisDataSource redis, SigninConfig config) {
        this.codes = codes;
        this.members = members;
        this.session = session;
        this.cookie = cookie;
        this.waiting = redis.value(Waiting.class);
        this.config = config;
    }

    /// @param how what the member has shown so far
    record Waiting(long memberId, String how, String to) {}

    /// Somebody who has shown all but the code.
    record Half(Member member, String how, String to) {}

    Response signIn(RoutingContext request, Member member, String how, String to) {
        if (!codes.isOn(member.id())) {
            session.start(request, member, how);
            return Answers.seeOther(to);
        }
        String token = RandomToken.next();
        waiting.setex(key(token), config.secondStep().toSeconds(), new Waiting(member.id(), how, to));
        cookie.set(request, COOKIE, token, config.secondStep().toSeconds());
        return Answers.seeOther("/signin/code");
    }

    Optional<Half> half(RoutingContext request) {
        return Optional.ofNullable(cookie.value(request, COOKIE))
            .map(token -> waiting.get(key(token)))
            .flatMap(found -> members.active(found.memberId())
                .map(member -> new Half(member, found.how(), found.to())));
    }

    /// Ends the waiting; once, however often the right code is sent.
    Response finish(RoutingContext request, Half half, String how, String to) {
        String token = cookie.value(request, COOKIE);
        if (token == null || waiting.getdel(key(token)) == null) {
            return Answers.seeOther("/signin");
        }
        cookie.set(request, COOKIE, "", 0);
        session.start(request, half.member(), half.how() + " and " + how);
        return Answers.seeOther(to);
    }

    private static String key(String token) {
        return "second-step:" + RandomToken.hash(token);
    }
}
