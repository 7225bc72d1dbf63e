package coop.roseash.infrastructure.activitypub;

import java.util.Arrays;
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
@Path("/ap/actors/{name}")
@RunOnVirtualThread
public class ActorResource {
    private final Documents documents;

    ActorResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    public Response actor(String name, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Negotiation.wantsPage(accept)
                ? Negotiation.page(documents.actorPage(name).orElseThrow(NotFoundException::new))
                : Negotiation.document(documents.actor(name).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("/{collection}")
    public Response collection(String name, String collection, @QueryParam("page") int page) {
        Documents.Collection wanted = Arrays.stream(Documents.Collection.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(collection))
            .findFirst()
            .orElseThrow(NotFoundException::new);
        return Negotiation.document(documents.collection(name, wanted, page).orElseThrow(NotFoundException::new));
    }
}
