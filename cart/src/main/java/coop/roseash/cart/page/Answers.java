package coop.roseash.cart.page;

import java.net.URI;

import jakarta.ws.rs.core.Response;

/// Answers of pages whose address is a secret: they go into no cache and into no Referer.
public final class Answers {
    private Answers() {}

    public static Response secret(int status, Object page) {
        return Response.status(status)
            .entity(page)
            .header("Referrer-Policy", "no-referrer")
            .header("Cache-Control", "private, no-store")
            .header("X-Robots-Tag", "noindex")
            .build();
    }

    /// @param path of this app
    public static Response see(String path) {
        return Response.status(Response.Status.SEE_OTHER)
            .header("Location", path)
            .header("Cache-Control", "no-store")
            .build();
    }

    public static Response see(URI address) {
        return see(address.toString());
    }
}
