package coop.roseash.infrastructure.activitypub;

import java.net.URI;
import java.util.Locale;

import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/// Who wants a document and who wants a page; every answer varies on Accept, so that no cache mixes them up.
final class Negotiation {
    static final String ACTIVITY_JSON = "application/activity+json";
    private static final String LD_JSON = "application/ld+json";
    private static final String BRIEFLY = "public, max-age=60";

    private Negotiation() {}

    /// Asks for ActivityStreams by name.
    static boolean wantsDocument(@Nullable String accept) {
        String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return types.contains(ACTIVITY_JSON) || types.contains(LD_JSON);
    }

    /// Is a browser.
    static boolean wantsPage(@Nullable String accept) {
        return accept != null && !wantsDocument(accept) && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    static Response document(String json) {
        return Response.ok(json, ACTIVITY_JSON + ";charset=utf-8")
            .header("Vary", "Accept")
            .header("Cache-Control", BRIEFLY)
            .build();
    }

    static Response gone(String json) {
        return Response.status(Response.Status.GONE)
            .entity(json)
            .type(ACTIVITY_JSON + ";charset=utf-8")
            .header("Vary", "Accept")
            .build();
    }

    static Response page(URI page) {
        return Response.seeOther(page).header("Vary", "Accept").build();
    }
}
