package coop.roseash.infrastructure.activitypub;

import java.util.Locale;

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

/// The actors of this app's host, and their collections.
@Path("/ap")
@RunOnVirtualThread
public class ActorResource {
    private final Documents documents;

    ActorResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    @Path("/actors/{name}")
    public Response actor(String name, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Negotiation.wantsPage(accept)
                ? Negotiation.page(documents.actorPage(name).orElseThrow(NotFoundException::new))
                : Negotiation.document(documents.actor(name).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("/actors/{name}/{collection: outbox|followers|following}")
    public Response collection(String name, String collection, @QueryParam("page") int page) {
        Documents.Collection wanted = Documents.Collection.valueOf(collection.toUpperCase(Locale.ROOT));
        return Negotiation.document(documents.collection(name, wanted, page).orElseThrow(NotFoundException::new));
    }
}
