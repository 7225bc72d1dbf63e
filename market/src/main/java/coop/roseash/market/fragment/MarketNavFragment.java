package coop.roseash.market.fragment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.market.Categories;
import coop.roseash.contract.market.Categories.Department;
import coop.roseash.infrastructure.fragment.TimeToLive;

/// Links to the market's shelves.
@Path("/internal/fragments/market-nav")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@TimeToLive(300)
public class MarketNavFragment {
    private final Categories categories;
    private final Addresses addresses;

    MarketNavFragment(Categories categories, Addresses addresses) {
        this.categories = categories;
        this.addresses = addresses;
    }

    @GET
    public TemplateInstance show() {
        return Templates.show(categories.departments(), addresses.origin(AppName.MARKET));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(List<Department> departments, String origin);
    }
}
