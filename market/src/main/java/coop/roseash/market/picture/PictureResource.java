package coop.roseash.market.picture;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.market.Pictures;

/// Product pictures; an address names the content, so browsers and caches may keep it for ever.
@Path("/pictures/{hash:[0-9a-f]{64}}-{width:[0-9]{1,4}}")
@RunOnVirtualThread
public class PictureResource {
    private final Pictures pictures;

    PictureResource(Pictures pictures) {
        this.pictures = pictures;
    }

    @GET
    public Response show(String hash, int width) {
        Pictures.File file = pictures.file(hash, width).orElseThrow(NotFoundException::new);
        return Response.ok(file.bytes(), file.mediaType())
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            .build();
    }
}
