package coop.roseash.federation.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Members;
import coop.roseash.contract.provider.MailLinks;
import coop.roseash.contract.provider.MailLinks.Applicant;
import coop.roseash.federation.form.Answers;
import coop.roseash.federation.form.FormToken;
import coop.roseash.infrastructure.session.ReturnPath;

/// Where somebody becomes a member, once they confirm their address.
@Path("/signin/join")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class JoinPage {
    static final Map<String, String> HANDLE_TAKEN = Map.of("handle", "This name is taken, choose another");

    private final MailLinks links;
    private final Members members;
    private final FormToken formToken;
    private final Attempts attempts;
    private final SigninConfig config;

    JoinPage(MailLinks links, Members members, FormToken formToken, Attempts attempts, SigninConfig config) {
        this.links = links;
        this.members = members;
        this.formToken = formToken;
        this.attempts = attempts;
        this.config = config;
    }

    @GET
    public Response show(@RestQuery @Nullable String to, RoutingContext request) {
        requireOpen();
        return Answers.page(Response.Status.OK, Templates.join(formToken.forForm(request),
                ReturnPath.of(to).path(), new Applicant("", "", ""), Map.of()));
    }

    @POST
    public Response join(@RestForm @Nullable String email, @RestForm @Nullable String handle,
            @RestForm @Nullable String displayName, @RestForm @Nullable String to, @RestForm @Nullable String token,
            RoutingContext request) {
        requireOpen();
        formToken.require(request, token);
        Applicant applicant = new Applicant(text(handle), text(displayName), text(email));
        Map<String, String> errors = errors(applicant);
        String path = ReturnPath.of(to).path();
        if (!errors.isEmpty()) {
            return Answers.page(Response.Status.BAD_REQUEST,
                    Templates.join(formToken.forForm(request), path, applicant, errors));
        }
        attempts.mail(request, applicant.email());
        links.sendJoin(applicant, new MailLinks.Origin(path, formToken.secret(request)));
        return Answers.seeOther("/signin/sent");
    }

    /// Handles are public, so a taken one is said at once; whether an address is known is told to its mailbox only.
    private Map<String, String> errors(Applicant applicant) {
        Map<String, String> errors = new LinkedHashMap<>(members.problems(new Members.Registration(
                applicant.handle(), applicant.displayName(), applicant.email(), null, java.util.List.of())));
        if (!errors.containsKey("handle") && members.byHandle(applicant.handle()).isPresent()) {
            errors.putAll(HANDLE_TAKEN);
        }
        return errors;
    }

    private void requireOpen() {
        if (!config.open()) {
            throw new NotFoundException();
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    @CheckedTemplate(basePath = "SigninPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance join(String token, String to, Applicant applicant, Map<String, String> errors);
    }
}
