package coop.roseash.federation.oauth;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.Grants;

/// Access tokens that still count: signed by us, in time, of a grant that lives and a member who may sign in.
@ApplicationScoped
class AccessTokens {
    private final TokenReader reader;
    private final Grants grants;
    private final Members members;

    AccessTokens(TokenReader reader, Grants grants, Members members) {
        this.reader = reader;
        this.grants = grants;
        this.members = members;
    }

    record AccessToken(Member member, long grantId, String clientId, String scope, String id, Instant issuedAt,
            Instant expiresAt) {
        boolean allows(String wanted) {
            return (" " + scope + " ").contains(" " + wanted + " ");
        }
    }

    Optional<AccessToken> read(String token) {
        return reader.accessToken(token).flatMap(this::alive);
    }

    private Optional<AccessToken> alive(JwtClaims claims) {
        try {
            long grant = claims.getClaimValue(Tokens.GRANT, Long.class);
            Optional<Member> member = members.bySubject(claims.getSubject())
                .flatMap(found -> members.active(found.id()));
            if (member.isEmpty() || !grants.isAlive(grant)) {
                return Optional.empty();
            }
            return Optional.of(new AccessToken(member.get(), grant, claims.getStringClaimValue("client_id"),
                    claims.getStringClaimValue("scope"), claims.getJwtId(),
                    Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
