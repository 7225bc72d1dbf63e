package coop.roseash.federation.delivery;

import java.net.URI;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Deliveries;
import coop.roseash.contract.activity.Deliveries.Host;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// The other servers: how well they can be reached, and which are blocked.
@Path("/admin/hosts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class HostPage {
    private static final int SIZE = 40;

    private final Deliveries deliveries;

    HostPage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    public TemplateInstance list(@QueryParam("page") @DefaultValue("1") int page) {
        return Templates.list(deliveries.hosts(new PageRequest(page, SIZE)), "", Map.of());
    }

    @POST
    @Path("/block")
    public Response block(@RestForm @DefaultValue("") String host) {
        return deliveries.block(host) ? back() : refused(host);
    }

    @POST
    @Path("/unblock")
    public Response unblock(@RestForm @DefaultValue("") String host) {
        deliveries.unblock(host);
        return back();
    }

    @POST
    @Path("/retry")
    public Response retry(@RestForm @DefaultValue("") String host) {
        deliveries.retryNow(host);
        return back();
    }

    private Response refused(String host) {
        Map<String, String> errors = Map.of("host", "Give a host of another server, for example spam.example.");
        return Response.status(Response.Status.BAD_REQUEST)
            .entity(Templates.list(deliveries.hosts(new PageRequest(1, SIZE)), host, errors))
            .build();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/admin/hosts")).build();
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Page<Host> hosts, String typed, Map<String, String> errors);
    }
}
