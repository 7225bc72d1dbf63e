package coop.roseash.infrastructure.activitypub;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;

import coop.roseash.contract.activity.Inbox;
import coop.roseash.contract.activity.Inbox.Outcome;

/// Where other servers post: the shared inbox of this host, and each actor's own, which are the same door.
@Path("/ap")
@RunOnVirtualThread
public class InboxResource {
    private final Inbox inbox;
    private final HttpServerRequest request;

    InboxResource(Inbox inbox, HttpServerRequest request) {
        this.inbox = inbox;
        this.request = request;
    }

    @POST
    @Path("/inbox")
    public Response shared(InputStream body) throws IOException {
        return receive(body);
    }

    @POST
    @Path("/actors/{name}/inbox")
    public Response personal(String name, InputStream body) throws IOException {
        return receive(body);
    }

    private Response receive(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(Inbox.MAXIMUM_BODY + 1);
        return switch (inbox.receive(new Inbox.Delivery(request.uri(), headers(), bytes))) {
            case Outcome.Taken taken -> Response.accepted().build();
            case Outcome.Refused(int status, String reason) -> problem(status, reason).build();
            case Outcome.Later(int status, long seconds) ->
                problem(status, "Try again later.").header("Retry-After", seconds).build();
        };
    }

    /// The Host is the one the request was made to, also behind a proxy we trust.
    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers()
            .forEach((name, value) -> headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value));
        if (request.authority() != null) {
            headers.put("host", List.of(request.authority().toString()));
        }
        return headers;
    }

    private static Response.ResponseBuilder problem(int status, String reason) {
        return Response.status(status).type("text/plain;charset=utf-8").entity(reason);
    }
}
