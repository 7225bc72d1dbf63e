package coop.roseash.infrastructure.activitypub;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.activity.Documents;

/// What kind of server this is (NodeInfo 2.1).
@Path("/nodeinfo/2.1")
@RunOnVirtualThread
public class NodeInfoResource {
    private final Documents documents;

    NodeInfoResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    public Response nodeInfo() {
        return DiscoveryResource.forAll(documents.nodeInfo(),
                "application/json;profile=\"" + DiscoveryResource.NODEINFO_SCHEMA + "#\"");
    }
}
