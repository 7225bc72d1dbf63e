package coop.roseash.federation.key;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

/// Makes new signing keys for the command line, which proves itself by the platform's own key.
@Path("/internal/keys")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
public class KeyCommandResource {
    private final KeyChange change;

    KeyCommandResource(KeyChange change) {
        this.change = change;
    }

    /// @return when the new keys begin to sign (ISO 8601)
    @POST
    public String rotate(@RestForm @Nullable String leaked) {
        return change.make("yes".equals(leaked)).toString();
    }
}
