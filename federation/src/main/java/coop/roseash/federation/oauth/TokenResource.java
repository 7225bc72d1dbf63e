package coop.roseash.federation.oauth;

import java.util.regex.Pattern;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.provider.Grants.Grant;
import coop.roseash.contract.provider.Grants.Redemption;
import coop.roseash.contract.provider.Grants.Refresh;
import coop.roseash.federation.form.Parameters;

/// The token endpoint (RFC 6749 section 3.2): a code and its verifier for tokens, a refresh token for the next ones.
@Path("/oauth/token")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TokenResource {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final ClientAuthentication authentication;
    private final Grants grants;
    private final TokenAnswers answers;
    private final AuditLog audit;
    private final OauthConfig config;

    TokenResource(ClientAuthentication authentication, Grants grants, TokenAnswers answers, AuditLog audit,
            OauthConfig config) {
        this.authentication = authentication;
        this.grants = grants;
        this.answers = answers;
        this.audit = audit;
        this.config = config;
    }

    @POST
    public Response exchange(@Nullable String body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Parameters given = ClientAuthentication.parameters(body);
        Client client = authentication.require(authorization, given);
        return switch (required(given, "grant_type")) {
            case "authorization_code" -> answers.answer(redeem(given, client), client);
            case "refresh_token" -> refresh(given, client);
            default -> throw OauthError.badRequest("unsupported_grant_type",
                    "Only authorization_code and refresh_token are supported");
        };
    }

    private Redemption.Granted redeem(Parameters given, Client client) {
        String code = required(given, "code");
        String verifier = required(given, "code_verifier");
        String redirectUri = required(given, "redirect_uri");
        if (!VERIFIER.matcher(verifier).matches()) {
            throw OauthError.invalidGrant();
        }
        Redemption redemption = grants.redeem(code,
                new Grants.Proof(client.id(), redirectUri, Sha256.of(verifier)), answers.refreshLife(client));
        return switch (redemption) {
            case Redemption.Granted granted -> granted;
            case Redemption.Refused ignored -> throw OauthError.invalidGrant();
            case Redemption.Replayed(long memberId, String owner) -> {
                audit.note(new AuditLog.Entry(AuditLog.Kind.CODE_REUSED, memberId, owner, "", "by " + client.id()));
                throw OauthError.invalidGrant();
            }
        };
    }

    /// A scope may be narrower than what was granted, never wider; it is looked at before the token is used up.
    private Response refresh(Parameters given, Client client) {
        String token = required(given, "refresh_token");
        String scope = given.text("scope").orElse("");
        grants.refreshToken(token)
            .filter(found -> !TokenAnswers.isWithin(scope, found.grant().scope()))
            .ifPresent(found -> {
                throw OauthError.badRequest("invalid_scope", "The scope was not granted");
            });
        return switch (grants.refresh(token, client.id(), config.refreshIdle())) {
            case Refresh.Refreshed(Grant grant, String next) -> answers.renewed(grant, client, next, scope);
            case Refresh.Refused ignored -> throw OauthError.invalidGrant();
            case Refresh.Reused(long memberId, String owner) -> {
                audit.note(new AuditLog.Entry(AuditLog.Kind.REFRESH_REUSED, memberId, owner, "", ""));
                throw OauthError.invalidGrant();
            }
        };
    }

    private static String required(Parameters given, String name) {
        return given.text(name).orElseThrow(() -> OauthError.badRequest("invalid_request", name + " is missing"));
    }
}
