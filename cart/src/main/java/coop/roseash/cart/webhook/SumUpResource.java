package coop.roseash.cart.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.cart.Payments;

/// Where SumUp says that a checkout changed. Unsigned, so nothing is believed and nothing is asked here: a known
/// checkout is only looked at sooner.
@Path("/webhooks/sumup")
@RunOnVirtualThread
public class SumUpResource {
    private static final int LARGEST = 4 * 1024;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Payments payments;
    private final ObjectMapper json;

    SumUpResource(Payments payments, ObjectMapper json) {
        this.payments = payments;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response notified(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE).build();
        }
        try {
            JsonNode event = json.readTree(bytes);
            String id = event == null ? "" : event.path("id").asText("");
            if (!ID.matcher(id).matches()) {
                return Response.status(Response.Status.BAD_REQUEST).build();
            }
            return payments.notified(id) ? Response.noContent().build() : Response.ok().build();
        } catch (JsonProcessingException e) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
    }
}
