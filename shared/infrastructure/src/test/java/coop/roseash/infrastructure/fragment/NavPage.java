package coop.roseash.infrastructure.fragment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;

/// A page that shows one fragment.
@Path("/with-nav")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NavPage {
    private final PageFragments fragments;

    NavPage(PageFragments fragments) {
        this.fragments = fragments;
    }

    @GET
    public String show() {
        return fragments.html(FragmentRequest.of("nav").forVisitor()).getValue();
    }
}
