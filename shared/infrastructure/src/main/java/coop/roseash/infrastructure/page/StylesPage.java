package coop.roseash.infrastructure.page;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.paging.Page;

/// Every component of the design system in both themes, for those who make pages; not in production.
@Path("/styles")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@IfBuildProfile(anyOf = {"dev", "test"})
public class StylesPage {
    @GET
    public TemplateInstance show() {
        return Templates.show(
                new Page<>(List.of("Seeded sourdough", "Wildflower honey", "Beeswax candle",
                        "Oat milk, returnable bottle"), 2, true),
                Map.of("email", "Write an address like rosa@example.org"));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Page<String> page, Map<String, String> errors);
    }
}
