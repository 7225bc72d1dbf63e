package coop.roseash.infrastructure.page;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.smallrye.common.annotation.NonBlocking;

import coop.roseash.contract.app.SiteSettings;

/// The cooperative's own colours as a stylesheet, from its settings.
@Named("theme")
@Singleton
@Path("/theme.css")
public class ThemeResource {
    private final String css;

    ThemeResource(SiteSettings site) {
        css = "@layer tokens{:root{--accent:light-dark(%s,%s)}}\n".formatted(site.accent(), site.accentOnDark());
    }

    @GET
    @Produces("text/css;charset=UTF-8")
    @NonBlocking
    public String css() {
        return css;
    }

    /// The address that changes with the colours.
    public String address() {
        return "/theme.css?v=" + Assets.hash(css.getBytes(StandardCharsets.UTF_8));
    }
}
