package coop.roseash.federation.passkey;

import java.util.Map;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.AuditLog.Kind;
import coop.roseash.contract.signin.Passkeys.Stored;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.federation.signin.Attempts;
import coop.roseash.federation.signin.ProviderSession;
import coop.roseash.federation.signin.SigninForm;
import coop.roseash.infrastructure.session.ReturnPath;

/// Signing in by passkey: something the member has, unlocked by something they are or know, so no code is asked for.
@Path("/signin/passkey")
@RunOnVirtualThread
public class PasskeySigninPage {
    private static final String PURPOSE = "sign-in";

    private final Ceremonies ceremonies;
    private final Challenges challenges;
    private final ProviderSession session;
    private final SigninForm form;
    private final FormToken formToken;
    private final Attempts attempts;
    private final AuditLog audit;

    PasskeySigninPage(Ceremonies ceremonies, Challenges challenges, ProviderSession session, SigninForm form,
            FormToken formToken, Attempts attempts, AuditLog audit) {
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.session = session;
        this.form = form;
        this.formToken = formToken;
        this.attempts = attempts;
        this.audit = audit;
    }

    @POST
    @Path("options")
    @Produces(MediaType.APPLICATION_JSON)
    public Response options(@RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        attempts.passkey(request);
        return Response.ok(PasskeyOptions.signIn(ceremonies.domain(), challenges.next(request, PURPOSE),
                challenges.milliseconds()))
            .header("Cache-Control", "no-store")
            .build();
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response signIn(@RestForm @Nullable String credential, @RestForm @Nullable String to,
            @RestForm @Nullable String token, RoutingContext request) {
        formToken.require(request, token);
        return switch (ceremonies.signedIn(request, PURPOSE, credential)) {
            case Ceremonies.SignIn.Verified(Stored passkey) -> welcome(request, to, passkey);
            case Ceremonies.SignIn.Copied(Stored passkey) -> refused(request, to, Kind.PASSKEY_COPIED, passkey);
            case Ceremonies.SignIn.Refused ignored -> refused(request, to, Kind.SIGN_IN_FAILED, null);
        };
    }

    private Response welcome(RoutingContext request, @Nullable String to, Stored passkey) {
        session.start(request, passkey.member(), "passkey");
        return Answers.seeOther(ReturnPath.of(to).path());
    }

    private Response refused(RoutingContext request, @Nullable String to, Kind kind, @Nullable Stored passkey) {
        audit.note(new AuditLog.Entry(kind, passkey == null ? null : passkey.member().id(), null,
                ProviderSession.address(request), "passkey"));
        return form.show(request, Response.Status.BAD_REQUEST, to, "",
                Map.of("passkey", "This passkey does not count here; try again, or use the link by mail"));
    }
}
