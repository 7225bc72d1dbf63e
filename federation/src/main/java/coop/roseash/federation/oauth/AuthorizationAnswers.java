package coop.roseash.federation.oauth;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.oauth.AuthorizationReader.Answer;
import coop.roseash.federation.oauth.AuthorizationRequest.Refusal;

/// What the authorization endpoint says: to a client by a redirect with state and issuer (RFC 9207), to the visitor
/// by a page.
@ApplicationScoped
class AuthorizationAnswers {
    static final Refusal NOBODY = new Refusal("login_required", "Nobody is signed in, or not freshly enough");
    private final Issuer issuer;

    AuthorizationAnswers(Issuer issuer) {
        this.issuer = issuer;
    }

    Response refuse(Answer answer, Refusal refusal) {
        return redirect(address(answer, error(refusal)));
    }

    /// Tells one of our apps that nobody is signed in, and how to know when this browser has signed in after all.
    Response nobody(Answer answer, String browser) {
        Map<String, String> parameters = error(NOBODY);
        parameters.put("browser", browser);
        return redirect(address(answer, parameters));
    }

    String codeAddress(Answer answer, String code) {
        return address(answer, Map.of("code", code));
    }

    /// @param what `sign-in` or `sign-out`
    static Response unfit(String what, String reason) {
        return page(Response.Status.BAD_REQUEST, Templates.refused(what, reason));
    }

    /// Goes on by itself, as a new navigation: a browser that was sent here by a form would not follow a redirect
    /// to an address which that form's page does not allow (CSP form-action).
    static Response onward(String name, String address) {
        return page(Response.Status.OK, Templates.onward(name, address));
    }

    static Response page(Response.Status status, TemplateInstance page) {
        return Response.status(status)
            .header("Cache-Control", "no-store")
            .header("Referrer-Policy", "no-referrer")
            .entity(page)
            .build();
    }

    static Response redirect(String address) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", address)
            .header("Cache-Control", "no-store")
            .header("Referrer-Policy", "no-referrer")
            .build();
    }

    private static Map<String, String> error(Refusal refusal) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", refusal.error());
        parameters.put("error_description", refusal.description());
        return parameters;
    }

    private String address(Answer answer, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(answer.redirectUri())
            .append(answer.redirectUri().contains("?") ? "&" : "?");
        parameters.forEach((name, value) -> address.append(name).append('=').append(encode(value)).append('&'));
        answer.state().ifPresent(state -> address.append("state=").append(Parameters.encode(state)).append('&'));
        return address.append("iss=").append(encode(issuer.name())).toString();
    }

    private static String encode(String text) {
        return Parameters.encode(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @CheckedTemplate(basePath = "AuthorizePage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance refused(String what, String reason);

        static native TemplateInstance onward(String name, String address);
    }
}
