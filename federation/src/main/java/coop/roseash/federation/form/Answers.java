package coop.roseash.federation.form;

import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/// The two answers of every form: a page that nobody keeps or refers to, and the way on after a change.
public final class Answers {
    private Answers() {}

    public static Response page(Response.Status status, TemplateInstance page) {
        return Response.status(status)
            .header("Cache-Control", "no-store")
            .header("Referrer-Policy", "no-referrer")
            .entity(page)
            .build();
    }

    /// @param to stays as written: a path of this host, or an address of ours
    public static Response seeOther(String to) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", to)
            .header("Cache-Control", "no-store")
            .build();
    }
}
