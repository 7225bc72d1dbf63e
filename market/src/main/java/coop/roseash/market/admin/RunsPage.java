package coop.roseash.market.admin;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.market.Scrapes;
import coop.roseash.contract.market.Scrapes.Run;
import coop.roseash.contract.market.Scrapes.Source;
import coop.roseash.contract.market.Scrapes.StartOutcome;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// The suppliers' shops we read, and every reading of them.
@Path("/admin/runs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("shopkeeper")
@RunOnVirtualThread
public class RunsPage {
    private static final int PAGE_SIZE = 25;

    private final Scrapes scrapes;
    private final CurrentVisitor visitor;

    RunsPage(Scrapes scrapes, CurrentVisitor visitor) {
        this.scrapes = scrapes;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("1") int page) {
        return Templates.show(scrapes.sources(), scrapes.runs(new PageRequest(page, PAGE_SIZE)));
    }

    /// A run that is open already is shown instead of a second one.
    @POST
    @Path("/of/{source:[0-9]{1,18}}")
    public Response start(long source) {
        long run = switch (scrapes.start(source, visitor.requireMember().id())) {
            case StartOutcome.Started(long id) -> id;
            case StartOutcome.AlreadyOpen(long id) -> id;
            case StartOutcome.UnknownSource() -> throw new NotFoundException();
        };
        return Response.seeOther(URI.create("/admin/runs/" + run)).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Source> sources, Page<Run> runs);
    }
}
