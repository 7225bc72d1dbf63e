package coop.roseash.market.admin;

import java.net.URI;
import java.util.Locale;

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
import coop.roseash.contract.market.Scrapes.DecideOutcome;
import coop.roseash.contract.market.Scrapes.Item;
import coop.roseash.contract.market.Scrapes.ItemChange;
import coop.roseash.contract.market.Scrapes.Run;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.infrastructure.session.CurrentVisitor;

/// One reading of a supplier's shop: its progress, then its report, then the decision.
@Path("/admin/runs/{id:[0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("shopkeeper")
@RunOnVirtualThread
public class RunPage {
    private static final int PAGE_SIZE = 25;

    private final Scrapes scrapes;
    private final CurrentVisitor visitor;

    RunPage(Scrapes scrapes, CurrentVisitor visitor) {
        this.scrapes = scrapes;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show(long id, @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("1") int page) {
        return page(run(id), show, page, "");
    }

    /// The progress alone, for the open page; once there is a report, the page is asked to load it.
    @GET
    @Path("/progress")
    public Response progress(long id) {
        Run run = run(id);
        return run.state().underWay()
                ? Response.ok(Templates.show$progress(run)).build()
                : Response.ok("").header("HX-Refresh", "true").build();
    }

    @POST
    @Path("/approval")
    public Response approve(long id) {
        return answer(id, scrapes.approve(id, visitor.requireMember().id()));
    }

    @POST
    @Path("/rejection")
    public Response reject(long id) {
        return answer(id, scrapes.reject(id, visitor.requireMember().id()));
    }

    @POST
    @Path("/rollback")
    public Response rollBack(long id) {
        return answer(id, scrapes.rollBack(id, visitor.requireMember().id()));
    }

    private Response answer(long id, DecideOutcome outcome) {
        return switch (outcome) {
            case DecideOutcome.Done ignored -> Response.seeOther(URI.create("/admin/runs/" + id)).build();
            case DecideOutcome.WrongState(String message) ->
                Response.status(Response.Status.CONFLICT).entity(page(run(id), "", 1, message)).build();
            case DecideOutcome.UnknownRun() -> throw new NotFoundException();
        };
    }

    private TemplateInstance page(Run run, String show, int page, String refusal) {
        ItemChange change = change(run, show);
        String path = "/admin/runs/" + run.id() + "?show=" + change.name().toLowerCase(Locale.ROOT);
        Page<Item> items = scrapes.items(run.id(), change, new PageRequest(page, PAGE_SIZE));
        return Templates.show(run, new Report(change, items, path, refusal));
    }

    /// What was asked for, else the first kind there is any of.
    private static ItemChange change(Run run, String show) {
        for (ItemChange each : ItemChange.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(show)) {
                return each;
            }
        }
        Scrapes.Counts counts = run.counts();
        if (counts.errors() > 0) {
            return ItemChange.ERROR;
        }
        return counts.fresh() > 0 ? ItemChange.NEW : counts.changed() > 0 ? ItemChange.CHANGED : ItemChange.SAME;
    }

    private Run run(long id) {
        return scrapes.run(id).orElseThrow(NotFoundException::new);
    }

    /// @param path of this part of the report, for its pager
    /// @param refusal why a decision could not be carried out; empty otherwise
    public record Report(ItemChange change, Page<Item> items, String path, String refusal) {
        public boolean shows(String name) {
            return change.name().equals(name);
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Run run, Report report);

        static native TemplateInstance show$progress(Run run);
    }
}
