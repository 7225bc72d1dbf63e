package coop.roseash.federation.signin;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.CurrentVisitor;
import coop.roseash.infrastructure.session.ReturnPath;

/// The form of the sign-in page with everything on it. Whoever is signed in already is asked to prove it again.
@ApplicationScoped
public class SigninForm {
    private final FormToken formToken;
    private final CurrentVisitor visitor;
    private final SigninConfig config;

    SigninForm(FormToken formToken, CurrentVisitor visitor, SigninConfig config) {
        this.formToken = formToken;
        this.visitor = visitor;
        this.config = config;
    }

    /// @param email as typed; empty shows the address of whoever is signed in
    /// @param errors by the field they concern: `email`, `password` or `passkey`
    public Response show(RoutingContext request, Response.Status status, @Nullable String to, String email,
            Map<String, String> errors) {
        Member member = visitor.member().orElse(null);
        String address = email.isEmpty() && member != null ? member.email() : email;
        return Answers.page(status, Templates.signin(formToken.forForm(request), ReturnPath.of(to).path(), address,
                errors, new Situation(config.open(), member == null ? "" : member.displayName())));
    }

    /// @param open whether anybody may join
    /// @param again the name of whoever is signed in already, or empty
    record Situation(boolean open, String again) {}

    @CheckedTemplate(basePath = "SigninPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signin(String token, String to, String email, Map<String, String> errors,
                Situation situation);
    }
}
