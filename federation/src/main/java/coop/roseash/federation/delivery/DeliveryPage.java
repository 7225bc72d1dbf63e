package coop.roseash.federation.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Deliveries;
import coop.roseash.contract.activity.Deliveries.Attempt;
import coop.roseash.contract.activity.Deliveries.Sent;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Every activity that went out, and how it fared at each inbox.
@Path("/admin/deliveries")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class DeliveryPage {
    private static final int SIZE = 40;

    private final Deliveries deliveries;

    DeliveryPage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") @DefaultValue("1") int page) {
        return Templates.list(deliveries.activities(new PageRequest(page, SIZE)));
    }

    @GET
    @Path("/{id: \\d{1,18}}")
    public TemplateInstance show(long id, @QueryParam("page") @DefaultValue("1") int page) {
        Sent activity = deliveries.activity(id).orElseThrow(NotFoundException::new);
        return Templates.show(activity, deliveries.attempts(id, new PageRequest(page, SIZE)));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Sent> activities);

        static native TemplateInstance show(Sent activity, Page<Attempt> attempts);
    }
}
