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

/// The tokens that a grant comes to (RFC 6749 section 5.1). Our own apps get no refresh token: they keep a session.
@ApplicationScoped
class TokenAnswers {
    private final Grants grants;
    private final Members members;
    private final Tokens tokens;
    private final OauthConfig config;
    private final Clock clock;

    TokenAnswers(Grants grants, Members members, Tokens tokens, OauthConfig config, Clock clock) {
        this.grants = grants;
        this.members = members;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    Response first(Grant grant, Client client) {
        Member member = member(grant);
        Instant now = clock.instant();
        String refresh = client.own()
                ? null
                : grants.startRefreshing(grant.id(), new Grants.RefreshLife(now.plus(config.refreshIdle()),
                        now.plus(config.refreshLifetime())));
        return answer(grant, grant.nonce(), new Parties(member, client), refresh);
    }

    /// @param scope a narrower one, or empty
    Response renewed(Grant grant, Client client, String next, String scope) {
        Grant narrowed = scope.isEmpty()
                ? grant
                : new Grant(grant.id(), grant.clientId(), grant.memberId(), grant.sid(), null, scope,
                        grant.authTime());
        return answer(narrowed, null, new Parties(member(grant), client), next);
    }

    static boolean isWithin(String scope, String granted) {
        return scope.isEmpty() || List.of(granted.split(" ")).containsAll(List.of(scope.split(" ")));
    }

    private record Parties(Member member, Client client) {}

    private Response answer(Grant grant, @Nullable String nonce, Parties parties, @Nullable String refresh) {
        Map<String, Object> answer = new LinkedHashMap<>();
        String access = tokens.access(grant, parties.member());
        answer.put("access_token", access);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", config.accessTokenLifetime().toSeconds());
        answer.put("scope", grant.scope());
        if (refresh != null) {
            answer.put("refresh_token", refresh);
        }
        if (isWithin("openid", grant.scope())) {
            answer.put("id_token", tokens.id(grant, new Tokens.IdToken(parties.member(), parties.client(), nonce,
                    access)));
        }
        return Response.ok(answer).header("Cache-Control", "no-store").header("Pragma", "no-cache").build();
    }

    private Member member(Grant grant) {
        return members.active(grant.memberId()).orElseThrow(OauthError::invalidGrant);
    }
}
