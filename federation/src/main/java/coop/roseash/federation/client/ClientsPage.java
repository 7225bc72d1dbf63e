package coop.roseash.federation.client;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Registrations;
import coop.roseash.contract.provider.Registrations.Outcome;
import coop.roseash.contract.provider.Registrations.Registration;
import coop.roseash.infrastructure.session.FreshSignIn;

/// Where an admin enters applications of others, changes them, gives them a new secret and stops them.
@Path("/admin/clients")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class ClientsPage {
    private static final int PAGE_SIZE = 25;
    private final Registrations registrations;
    private final ClientAudit audit;

    ClientsPage(Registrations registrations, ClientAudit audit) {
        this.registrations = registrations;
        this.audit = audit;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        return Templates.list(registrations.list(new PageRequest(page == null ? 1 : page, PAGE_SIZE)));
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return Templates.edit(ClientForm.Shown.empty(), true, ClientForm.SCOPES);
    }

    @POST
    @FreshSignIn
    public Response register(@BeanParam ClientForm form) {
        Client client = form.client();
        if (registrations.byId(client.id()).isPresent()) {
            return again(client, Map.of("id", "There is an application with this id already"), true);
        }
        return switch (registrations.register(client)) {
            case Outcome.Invalid(Map<String, String> problems) -> again(client, problems, true);
            case Outcome.Saved saved -> entered(saved);
        };
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String id) {
        return Templates.edit(ClientForm.Shown.of(find(id).client(), Map.of()), false, ClientForm.SCOPES);
    }

    @POST
    @Path("{id}")
    @FreshSignIn
    public Response change(String id, @BeanParam ClientForm form) {
        form.id = find(id).client().id();
        Client client = form.client();
        return switch (registrations.change(client)) {
            case Outcome.Invalid(Map<String, String> problems) -> again(client, problems, false);
            case Outcome.Saved saved -> changed(saved);
        };
    }

    private Response entered(Outcome.Saved saved) {
        audit.note(saved.client().id(), "entered");
        String secret = saved.secret();
        return secret == null ? backToList() : tellSecret(saved.client(), secret);
    }

    private Response changed(Outcome.Saved saved) {
        audit.note(saved.client().id(), "changed");
        return backToList();
    }

    @POST
    @Path("{id}/secret")
    @FreshSignIn
    public Response newSecret(String id) {
        Client client = find(id).client();
        String secret = registrations.newSecret(id).orElseThrow(NotFoundException::new);
        audit.note(id, "new secret");
        return tellSecret(client, secret);
    }

    @POST
    @Path("{id}/stop")
    @FreshSignIn
    public Response stop(String id, @RestForm @Nullable String stopped) {
        boolean stops = "yes".equals(stopped);
        registrations.disable(find(id).client().id(), stops);
        audit.note(id, stops ? "stopped" : "let back");
        return backToList();
    }

    private Registration find(String id) {
        return registrations.byId(id).orElseThrow(NotFoundException::new);
    }

    /// The only time it can be read.
    private static Response tellSecret(Client client, String secret) {
        return Response.ok(Templates.secret(client, secret)).header("Cache-Control", "no-store").build();
    }

    private static Response again(Client client, Map<String, String> problems, boolean fresh) {
        return Response.status(Response.Status.BAD_REQUEST)
            .entity(Templates.edit(ClientForm.Shown.of(client, problems), fresh, ClientForm.SCOPES))
            .build();
    }

    private static Response backToList() {
        return Response.status(Response.Status.SEE_OTHER).header("Location", "/admin/clients").build();
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Page<Registration> page);

        static native TemplateInstance edit(ClientForm.Shown form, boolean fresh, List<String> scopes);

        static native TemplateInstance secret(Client client, String secret);
    }
}
