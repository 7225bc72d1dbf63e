package coop.roseash.cart.admin;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.cart.OrderBook;
import coop.roseash.contract.cart.OrderBook.Quiet;

/// For auditors: everything that was ordered, taken, given back and moved, and whether anything is still under way.
@Path("/admin")
@RunOnVirtualThread
@RolesAllowed("shopkeeper")
public class AuditResource {
    private final OrderBook book;

    AuditResource(OrderBook book) {
        this.book = book;
    }

    @GET
    @Path("audit.ndjson")
    @Produces("application/x-ndjson")
    public StreamingOutput audit() {
        return out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write(writer);
            writer.flush();
        };
    }

    @GET
    @Path("quiet")
    @Produces(MediaType.APPLICATION_JSON)
    public Answer quiet() {
        Quiet quiet = book.quiet();
        return new Answer(quiet.isQuiet(), quiet);
    }

    private void write(Writer writer) throws IOException {
        book.writeAudit(writer);
    }

    record Answer(boolean quiet, Quiet waiting) {}
}
