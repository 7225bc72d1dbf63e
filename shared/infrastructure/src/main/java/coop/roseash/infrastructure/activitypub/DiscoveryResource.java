package coop.roseash.infrastructure.activitypub;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Documents;
import coop.roseash.contract.app.Addresses;

/// How other servers find our actors and learn what we are: WebFinger, host-meta, NodeInfo.
@Path("/.well-known")
@RunOnVirtualThread
public class DiscoveryResource {
    static final String NODEINFO_SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/2.1";

    private final Documents documents;
    private final Addresses addresses;

    DiscoveryResource(Documents documents, Addresses addresses) {
        this.documents = documents;
        this.addresses = addresses;
    }

    @GET
    @Path("/webfinger")
    public Response webFinger(@QueryParam("resource") @Nullable String resource) {
        if (resource == null || resource.isBlank()) {
            throw new BadRequestException("Say which resource, for example ?resource=acct:name@host");
        }
        return forAll(documents.webFinger(resource).orElseThrow(NotFoundException::new), "application/jrd+json");
    }

    @GET
    @Path("/host-meta")
    public Response hostMeta() {
        return forAll(documents.hostMeta(), "application/xrd+xml;charset=utf-8");
    }

    @GET
    @Path("/nodeinfo")
    public Response nodeInfoLinks() {
        String links = "{\"links\":[{\"rel\":\"%s\",\"href\":\"%s/nodeinfo/2.1\"}]}"
            .formatted(NODEINFO_SCHEMA, addresses.origin(addresses.self()));
        return forAll(links, "application/jrd+json");
    }

    static Response forAll(String document, String type) {
        return Response.ok(document, type).header("Access-Control-Allow-Origin", "*").build();
    }
}
