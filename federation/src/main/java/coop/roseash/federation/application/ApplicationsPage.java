package coop.roseash.federation.application;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.member.Member;
import coop.roseash.contract.provider.AuditLog;
import coop.roseash.contract.provider.Consents;
import coop.roseash.contract.provider.Consents.Allowed;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The applications of others that know the member; each can be sent away.
@Path("/applications")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ApplicationsPage {
    private final Consents consents;
    private final CurrentVisitor visitor;
    private final AuditLog audit;

    ApplicationsPage(Consents consents, CurrentVisitor visitor, AuditLog audit) {
        this.consents = consents;
        this.visitor = visitor;
        this.audit = audit;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String gone) {
        return Templates.list(consents.of(visitor.requireMember().id()), gone != null);
    }

    @POST
    @Path("{client}/removal")
    public Response remove(String client, RoutingContext request) {
        Member member = visitor.requireMember();
        consents.withdraw(member.id(), client);
        audit.note(new AuditLog.Entry(AuditLog.Kind.CONSENT_WITHDRAWN, member.id(), client,
                request.request().remoteAddress().hostAddress(), ""));
        return Response.status(Response.Status.SEE_OTHER).header("Location", "/applications?gone=1").build();
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(List<Allowed> applications, boolean gone);
    }
}
