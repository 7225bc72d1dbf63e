package coop.roseash.blog.fragment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.blog.Menus;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// The site navigation, in every page's header; with `place=footer`, the menu at its foot.
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
    public TemplateInstance nav(@RestQuery @Nullable String place) {
        return Menus.Place.FOOTER.id().equals(place)
                ? Templates.footer(menus.of(Menus.Place.FOOTER))
                : Templates.nav(menus.of(Menus.Place.PRIMARY));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance nav(List<Menus.Entry> entries);

        static native TemplateInstance footer(List<Menus.Entry> entries);
    }
}
