package coop.roseash.federation.oauth;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.provider.Grants.Grant;
import coop.roseash.contract.provider.Grants.Redemption.Granted;

/// The tokens that a grant comes to (RFC 6749 section 5.1). Our own apps get no refresh token: they keep a session.
@ApplicationScoped
class TokenAnswers {
    private final Members members;
    private final Tokens tokens;
    private final OauthConfig config;
    private final Clock clock;

    TokenAnswers(Members members, Tokens tokens, OauthConfig config, Clock clock) {
        this.members = members;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /// How long the refresh tokens of a grant live that is made now; null where the client gets none.
    Grants.@Nullable RefreshLife refreshLife(Client client) {
        Instant now = clock.instant();
        return client.own()
                ? null
                : new Grants.RefreshLife(now.plus(config.refreshIdle()), now.plus(config.refreshLifetime()));
    }

    /// @param scope a narrower one, or empty
    Response renewed(Grant grant, Client client, String next, String scope) {
        Grant narrowed = scope.isEmpty()
                ? grant
                : new Grant(grant.id(), grant.clientId(), grant.memberId(), grant.sid(), scope, grant.authTime());
        return answer(new Granted(narrowed, null, next), client);
    }

    static boolean isWithin(String scope, String granted) {
        return scope.isEmpty() || List.of(granted.split(" ")).containsAll(List.of(scope.split(" ")));
    }

    Response answer(Granted granted, Client client) {
        Grant grant = granted.grant();
        Member member = members.active(grant.memberId()).orElseThrow(OauthError::invalidGrant);
        Map<String, Object> answer = new LinkedHashMap<>();
        String access = tokens.access(grant, member);
        answer.put("access_token", access);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", config.accessTokenLifetime().toSeconds());
        answer.put("scope", grant.scope());
        if (granted.refreshToken() != null) {
            answer.put("refresh_token", granted.refreshToken());
        }
        if (isWithin("openid", grant.scope())) {
            answer.put("id_token", tokens.id(grant, new Tokens.IdToken(member, client, granted.nonce(), access)));
        }
        return Response.ok(answer).header("Cache-Control", "no-store").header("Pragma", "no-cache").build();
    }
}
