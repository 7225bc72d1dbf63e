package coop.roseash.federation.oauth;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.oauth.AuthorizationReader.Reading;
import coop.roseash.infrastructure.security.FormTargets;

/// Asks the member whether an application may know who they are.
@ApplicationScoped
class ConsentForm {
    private final FormToken formToken;

    ConsentForm(FormToken formToken) {
        this.formToken = formToken;
    }

    /// The form may lead to this client's address, and to no other one outside.
    Response show(RoutingContext routing, Reading.Fit fit, Member member) {
        FormTargets.allow(routing, URI.create(fit.answer().redirectUri()));
        Question question = new Question(fit.request().client().name(), host(fit.answer().redirectUri()),
                fit.request().scopes(), fit.request().query());
        return AuthorizationAnswers.page(Response.Status.OK,
                Templates.ask(question, member, formToken.forForm(routing)));
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? "an app on this device" : host;
    }

    /// @param request the whole request, to come back with
    record Question(String client, String host, List<String> scopes, String request) {}

    @CheckedTemplate(basePath = "ConsentPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ask(Question question, Member member, String token);
    }
}
