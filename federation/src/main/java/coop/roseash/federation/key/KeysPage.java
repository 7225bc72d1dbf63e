package coop.roseash.federation.key;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.provider.SigningKeys;
import coop.roseash.contract.provider.SigningKeys.SigningKey;
import coop.roseash.infrastructure.session.FreshSignIn;

/// The keys that sign tokens, and the button that makes new ones.
@Path("/admin/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class KeysPage {
    private final SigningKeys keys;
    private final KeyChange change;
    private final Clock clock;

    KeysPage(SigningKeys keys, KeyChange change, Clock clock) {
        this.keys = keys;
        this.change = change;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        Instant now = clock.instant();
        return Templates.list(keys.published().stream().map(key -> new Row(key, use(key, now))).toList());
    }

    /// @param leaked `yes` where the old keys must not be believed any more
    @POST
    @FreshSignIn
    public Response rotate(@RestForm @Nullable String leaked) {
        change.make("yes".equals(leaked));
        return Response.status(Response.Status.SEE_OTHER).header("Location", "/admin/keys").build();
    }

    private String use(SigningKey key, Instant now) {
        if (key.signsFrom().isAfter(now)) {
            return "will sign";
        }
        return keys.current(key.algorithm()).kid().equals(key.kid()) ? "signs" : "replaced, still published";
    }

    record Row(SigningKey key, String use) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(List<Row> rows);
    }
}
