package coop.roseash.blog.fragment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Menus;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// The site navigation, in every page's header.
@Path("/internal/fragments/nav")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(300)
public class NavFragment {
    private final Menus menus;

    NavFragment(Menus menus) {
        this.menus = menus;
    }

    @GET
    public TemplateInstance nav() {
        return Templates.nav(menus.of(Menus.Place.PRIMARY));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance nav(List<Menus.Entry> entries);
    }
}
