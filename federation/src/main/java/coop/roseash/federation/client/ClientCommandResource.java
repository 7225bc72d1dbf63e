package coop.roseash.federation.client;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.provider.Client;
import coop.roseash.contract.provider.Registrations;
import coop.roseash.contract.provider.Registrations.Outcome;

/// Enters an application for the command line, which proves itself by the platform's own key; entering it again
/// changes it and gives it a new secret.
@Path("/internal/clients")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
public class ClientCommandResource {
    private final Registrations registrations;
    private final ClientAudit audit;
    private final String issuer;

    ClientCommandResource(Registrations registrations, ClientAudit audit, Addresses addresses) {
        this.registrations = registrations;
        this.audit = audit;
        this.issuer = addresses.origin(AppName.FEDERATION);
    }

    @POST
    public Response register(@BeanParam ClientForm form) {
        return switch (registrations.register(form.client())) {
            case Outcome.Invalid(Map<String, String> problems) ->
                Response.status(Response.Status.BAD_REQUEST).entity(lines(problems)).build();
            case Outcome.Saved(Client client, String secret) -> saved(client, secret == null ? "" : secret);
        };
    }

    private Response saved(Client client, String secret) {
        audit.note(client.id(), "entered");
        String text = "issuer=" + issuer + "\nclient_id=" + client.id() + "\n"
                + (secret.isEmpty() ? "" : "client_secret=" + secret + "\n");
        return Response.ok(text).header("Cache-Control", "no-store").build();
    }

    private static String lines(Map<String, String> problems) {
        return problems.entrySet()
            .stream()
            .map(problem -> problem.getKey() + ": " + problem.getValue() + "\n")
            .collect(Collectors.joining());
    }
}
