package coop.roseash.infrastructure.error;

import jakarta.validation.constraints.Max;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.infrastructure.session.CurrentVisitor;

/// A page on which things go wrong.
@Path("/broken")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BrokenPage {
    private final CurrentVisitor visitor;

    BrokenPage(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @GET
    public String fail() {
        throw new IllegalStateException("a secret of the inside");
    }

    @GET
    @Path("/members")
    public String members() {
        return visitor.requireMember().displayName();
    }

    @GET
    @Path("/away")
    public String away() {
        throw new ServiceUnavailableException();
    }

    @GET
    @Path("/number")
    public String number(@QueryParam("n") @Max(9) int n) {
        return "n is " + n;
    }

    @POST
    public String take(@FormParam("word") String word) {
        return "took " + word;
    }
}
