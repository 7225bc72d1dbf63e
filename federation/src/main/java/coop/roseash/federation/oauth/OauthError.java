package coop.roseash.federation.oauth;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// A refusal of the machine endpoints, as RFC 6749 section 5.2 words it.
final class OauthError extends WebApplicationException {
    OauthError(Response.Status status, String error, String description) {
        super(response(status, error, description).build());
    }

    static OauthError badRequest(String error, String description) {
        return new OauthError(Response.Status.BAD_REQUEST, error, description);
    }

    /// The client did not prove who it is.
    static OauthError unknownClient() {
        return new OauthError(Response.Status.UNAUTHORIZED, "invalid_client", "The client could not be authenticated");
    }

    /// Says no more than that: why is nobody's business but ours.
    static OauthError invalidGrant() {
        return badRequest("invalid_grant", "It is wrong, used, expired, revoked or not for this client");
    }

    private static Response.ResponseBuilder response(Response.Status status, String error, String description) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        Response.ResponseBuilder response = Response.status(status)
            .type(MediaType.APPLICATION_JSON)
            .header("Cache-Control", "no-store")
            .header("Pragma", "no-cache")
            .entity(body);
        return status == Response.Status.UNAUTHORIZED
                ? response.header("WWW-Authenticate", "Basic realm=\"oauth\"")
                : response;
    }
}
