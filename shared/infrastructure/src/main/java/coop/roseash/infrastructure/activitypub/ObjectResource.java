package coop.roseash.infrastructure.activitypub;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Documents;

/// Public objects and activities of this app by their ids.
@Path("/ap")
@RunOnVirtualThread
public class ObjectResource {
    private final Documents documents;

    ObjectResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    @Path("/objects/{id: \\d{1,18}}")
    public Response object(long id, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Documents.Found found = documents.object(id).orElseThrow(NotFoundException::new);
        if (found.gone()) {
            return Negotiation.gone(found.json());
        }
        return Negotiation.wantsPage(accept) ? Negotiation.page(found.page()) : Negotiation.document(found.json());
    }

    @GET
    @Path("/objects/{id: \\d{1,18}}/replies")
    public Response replies(long id, @QueryParam("page") int page) {
        return Negotiation.document(documents.replies(id, page).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("/activities/{id: \\d{1,18}}")
    public Response activity(long id) {
        return Negotiation.document(documents.activity(id).orElseThrow(NotFoundException::new));
    }
}
