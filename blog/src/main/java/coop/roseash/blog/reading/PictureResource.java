package coop.roseash.blog.reading;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Pictures;

/// Serves the pictures of posts; an address never changes its content.
@Path("/pictures/{hash}/{name}")
@RunOnVirtualThread
public class PictureResource {
    private final Pictures pictures;

    PictureResource(Pictures pictures) {
        this.pictures = pictures;
    }

    @GET
    public Response show(String hash, String name) {
        Pictures.File file = pictures.byHash(hash).orElseThrow(NotFoundException::new);
        return Response.ok(file.bytes(), file.mediaType())
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            // An SVG opened by itself is a document: it must not run anything.
            .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .build();
    }
}
