package coop.roseash.federation.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.provider.Grants.Grant;
import coop.roseash.contract.provider.Grants.Redemption;
import coop.roseash.federation.form.Parameters;

/// The token endpoint (RFC 6749 section 3.2): a code and its verifier for tokens.
@Path("/oauth/token")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TokenResource {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final ClientAuthentication authentication;
    private final Grants grants;
    private final Members members;
    private final Tokens tokens;
    private final AuditLog audit;
    private final OauthConfig config;

    TokenResource(ClientAuthentication authentication, Grants grants, Members members, Tokens tokens, AuditLog audit,
            OauthConfig config) {
        this.authentication = authentication;
        this.grants = grants;
        this.members = members;
        this.tokens = tokens;
        this.audit = audit;
        this.config = config;
    }

    @POST
    public Response exchange(@Nullable String body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Parameters given = ClientAuthentication.parameters(body);
        Client client = authentication.require(authorization, given);
        String type = given.text("grant_type")
            .orElseThrow(() -> OauthError.badRequest("invalid_request", "grant_type is missing"));
        if (!type.equals("authorization_code")) {
            throw OauthError.badRequest("unsupported_grant_type", "Only authorization_code is supported");
        }
        Grant grant = redeem(given, client);
        Member member = members.active(grant.memberId()).orElseThrow(TokenResource::invalidGrant);
        return Response.ok(answer(grant, member, client))
            .header("Cache-Control", "no-store")
            .header("Pragma", "no-cache")
            .build();
    }

    private Grant redeem(Parameters given, Client client) {
        String code = required(given, "code");
        String verifier = required(given, "code_verifier");
        String redirectUri = required(given, "redirect_uri");
        if (!VERIFIER.matcher(verifier).matches()) {
            throw invalidGrant();
        }
        Redemption redemption = grants.redeem(code, new Grants.Proof(client.id(), redirectUri, challenge(verifier)));
        return switch (redemption) {
            case Redemption.Granted(Grant grant) -> grant;
            case Redemption.Refused ignored -> throw invalidGrant();
            case Redemption.Replayed(long memberId, String owner) -> {
                audit.note(new AuditLog.Entry(AuditLog.Kind.CODE_REUSED, memberId, owner, "", "by " + client.id()));
                throw invalidGrant();
            }
        };
    }

    private Map<String, Object> answer(Grant grant, Member member, Client client) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.access(grant, member));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", config.accessTokenLifetime().toSeconds());
        answer.put("scope", grant.scope());
        if (List.of(grant.scope().split(" ")).contains("openid")) {
            answer.put("id_token", tokens.id(grant, member, client));
        }
        return answer;
    }

    private static String required(Parameters given, String name) {
        return given.text(name).orElseThrow(() -> OauthError.badRequest("invalid_request", name + " is missing"));
    }

    private static OauthError invalidGrant() {
        return OauthError.badRequest("invalid_grant", "The code is wrong, used, expired or not for this client");
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
