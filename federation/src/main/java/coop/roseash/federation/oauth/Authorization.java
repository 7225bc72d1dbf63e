package coop.roseash.federation.oauth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.session.Session;
import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.oauth.AuthorizationRequest.Refusal;
import coop.roseash.federation.oauth.AuthorizePage.Answer;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Decides on a well-formed request: a code for whoever is signed in, else the sign-in page, else a refusal.
@ApplicationScoped
class Authorization {
    private final CurrentVisitor visitor;
    private final Grants grants;
    private final TokenReader reader;
    private final Issuer issuer;
    private final OauthConfig config;
    private final Clock clock;

    Authorization(CurrentVisitor visitor, Grants grants, TokenReader reader, Issuer issuer, OauthConfig config,
            Clock clock) {
        this.visitor = visitor;
        this.grants = grants;
        this.reader = reader;
        this.issuer = issuer;
        this.config = config;
        this.clock = clock;
    }

    Response decide(AuthorizationRequest request, Parameters given, Answer answer) {
        Optional<Member> member = visitor.member();
        Optional<Session> session = visitor.session();
        boolean enough = member.isPresent() && session.isPresent() && isMeant(request, member.get())
                && request.accepts(session.get().authenticatedAt(), clock.instant());
        if (enough) {
            return grant(request, session.orElseThrow(), answer);
        }
        if (request.isSilent()) {
            return refuse(answer, new Refusal("login_required", "Nobody is signed in, or not freshly enough"));
        }
        return signIn(given);
    }

    Response refuse(Answer answer, Refusal refusal) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", refusal.error());
        parameters.put("error_description", refusal.description());
        return send(answer, parameters);
    }

    private Response grant(AuthorizationRequest request, Session session, Answer answer) {
        String code = grants.issue(new Grants.Request(request.client().id(), session.memberId(), session.sid(),
                request.redirectUri(), request.challenge(), request.nonce(), request.scope(),
                session.authenticatedAt(), clock.instant().plus(config.codeLifetime())));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        return send(answer, parameters);
    }

    /// Back here after the sign-in; a fresh one is demanded by its time, so that it is demanded once.
    private Response signIn(Parameters given) {
        String query = given.without(List.of("prompt", "max_age", AuthorizationRequest.SIGNED_IN_AFTER));
        String again = "/oauth/authorize?" + query + "&" + AuthorizationRequest.SIGNED_IN_AFTER + "="
                + clock.instant().getEpochSecond();
        return redirect("/signin?to=" + Parameters.encode(again));
    }

    /// With a hint only the member it names will do.
    private boolean isMeant(AuthorizationRequest request, Member member) {
        String hint = request.hint();
        return hint == null
                || reader.idTokenHint(hint).map(Authorization::subject).filter(member.subject()::equals).isPresent();
    }

    private static String subject(JwtClaims claims) {
        try {
            return claims.getSubject();
        } catch (MalformedClaimException e) {
            return "";
        }
    }

    private Response send(Answer answer, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(answer.redirectUri())
            .append(answer.redirectUri().contains("?") ? "&" : "?");
        parameters.forEach((name, value) -> address.append(name).append('=').append(encode(value)).append('&'));
        answer.state().ifPresent(state -> address.append("state=").append(Parameters.encode(state)).append('&'));
        address.append("iss=").append(encode(issuer.name()));
        return redirect(address.toString());
    }

    private static String encode(String text) {
        return Parameters.encode(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static Response redirect(String address) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", address)
            .header("Cache-Control", "no-store")
            .header("Referrer-Policy", "no-referrer")
            .build();
    }
}
