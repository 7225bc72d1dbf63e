package coop.roseash.cart.basket;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.cart.page.Answers;

/// The cart's front door leads to the basket.
@Path("/")
@RunOnVirtualThread
public class HomePage {
    @GET
    public Response home() {
        return Answers.see("/basket");
    }
}
