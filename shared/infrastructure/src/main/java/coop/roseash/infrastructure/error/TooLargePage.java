package coop.roseash.infrastructure.error;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;

/// Where a request with too large a body ends.
@Path(BodyLimit.PAGE)
@Produces(MediaType.WILDCARD)
@RunOnVirtualThread
public class TooLargePage {
    private static final int TOO_LARGE = 413;

    @GET
    public String refuse() {
        throw new ClientErrorException(TOO_LARGE);
    }
}
