package coop.roseash.infrastructure.security;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.vertx.core.http.HttpServerRequest;

/// Says which address a visitor seems to come from, and by which scheme.
@Path("/test/address")
public class AddressPage {
    @GET
    public String show(HttpServerRequest request) {
        return request.scheme() + " " + request.remoteAddress().hostAddress();
    }
}
