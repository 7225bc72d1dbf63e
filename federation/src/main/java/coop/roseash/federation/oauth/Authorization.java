package coop.roseash.federation.oauth;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Consents;
import coop.roseash.contract.provider.Grants;
import coop.roseash.contract.session.Browsers;
import coop.roseash.contract.session.Session;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.form.Parameters;
import coop.roseash.federation.oauth.AuthorizationReader.Reading;
import coop.roseash.federation.oauth.AuthorizationRequest.Refusal;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// Decides on a well-formed request: a code for whoever is signed in, else the sign-in page, the question whether
/// the application may know, or a refusal.
@ApplicationScoped
class Authorization {
    private final CurrentVisitor visitor;
    private final Grants grants;
    private final Consents consents;
    private final ConsentForm consentForm;
    private final TokenReader reader;
    private final AuthorizationAnswers answers;
    private final FormToken formToken;
    private final Browsers browsers;
    private final OauthConfig config;
    private final Clock clock;

    Authorization(CurrentVisitor visitor, Grants grants, Consents consents, ConsentForm consentForm,
            TokenReader reader, AuthorizationAnswers answers, FormToken formToken, Browsers browsers,
            OauthConfig config, Clock clock) {
        this.visitor = visitor;
        this.grants = grants;
        this.consents = consents;
        this.consentForm = consentForm;
        this.reader = reader;
        this.answers = answers;
        this.formToken = formToken;
        this.browsers = browsers;
        this.config = config;
        this.clock = clock;
    }

    Response decide(RoutingContext routing, Reading.Fit fit) {
        Optional<Session> session = sufficient(fit.request());
        if (session.isEmpty()) {
            return fit.request().isSilent() ? nobody(routing, fit) : signIn(fit.request());
        }
        if (!asksFirst(fit, session.get())) {
            return onward(routing, fit, code(fit, session.get()));
        }
        return fit.request().isSilent()
                ? answers.refuse(fit.answer(),
                        new Refusal("consent_required", "The member has not allowed this yet"))
                : consentForm.show(routing, fit, visitor.requireMember());
    }

    /// After the member said yes on a form of ours.
    Response allowed(RoutingContext routing, Reading.Fit fit, Member member) {
        Optional<Session> session = sufficient(fit.request());
        if (session.isEmpty() || session.get().memberId() != member.id()) {
            return decide(routing, fit);
        }
        consents.allow(member.id(), fit.request().client().id(), fit.request().scopes());
        return AuthorizationAnswers.redirect(code(fit, session.get()));
    }

    private Response nobody(RoutingContext routing, Reading.Fit fit) {
        if (!fit.request().client().own()) {
            return answers.refuse(fit.answer(), AuthorizationAnswers.NOBODY);
        }
        String browser = formToken.mark(routing);
        browsers.forget(browser);
        return answers.nobody(fit.answer(), browser);
    }

    /// The visitor's session if it is of the member who is meant, and fresh enough.
    private Optional<Session> sufficient(AuthorizationRequest request) {
        Optional<Member> member = visitor.member().filter(found -> isMeant(request, found));
        return member.flatMap(found -> visitor.session())
            .filter(session -> request.accepts(session.authenticatedAt(), clock.instant()));
    }

    /// An address of an app's own scheme may belong to any app on the phone, so its consent is not remembered
    /// (RFC 8252 section 8.6).
    private boolean asksFirst(Reading.Fit fit, Session session) {
        Client client = fit.request().client();
        if (client.own()) {
            return false;
        }
        if (fit.request().prompt().contains("consent")) {
            return true;
        }
        boolean remembers = fit.answer().redirectUri().startsWith("http");
        return client.asksMembers()
                && !(remembers && consents.covers(session.memberId(), client.id(), fit.request().scopes()));
    }

    private String code(Reading.Fit fit, Session session) {
        AuthorizationRequest request = fit.request();
        String code = grants.issue(new Grants.Request(request.client().id(), session.memberId(), session.sid(),
                fit.answer().redirectUri(), request.challenge(), request.nonce(),
                String.join(" ", request.scopes()), session.authenticatedAt(),
                clock.instant().plus(config.codeLifetime())));
        return answers.codeAddress(fit.answer(), code);
    }

    /// Straight on, unless a browser comes from our sign-in form to an address which that form's page did not allow.
    private static Response onward(RoutingContext routing, Reading.Fit fit, String address) {
        boolean fromForm = fit.request().signedInAfter().isPresent()
                && "same-origin".equals(routing.request().getHeader("Sec-Fetch-Site"));
        Client client = fit.request().client();
        return fromForm && !client.own()
                ? AuthorizationAnswers.onward(client.name(), address)
                : AuthorizationAnswers.redirect(address);
    }

    /// Back here after the sign-in; a fresh one is demanded by its time, so that it is demanded once.
    private Response signIn(AuthorizationRequest request) {
        String again = "/oauth/authorize?" + request.afterSignIn(clock.instant());
        return AuthorizationAnswers.redirect("/signin?to=" + Parameters.encode(again));
    }

    /// With a hint only the member it names will do.
    private boolean isMeant(AuthorizationRequest request, Member member) {
        String hint = request.hint();
        return hint == null || reader.idTokenHint(hint)
            .filter(claims -> member.subject().equals(claims.getClaimValueAsString("sub")))
            .isPresent();
    }
}
