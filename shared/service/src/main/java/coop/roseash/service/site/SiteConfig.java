package coop.roseash.service.site;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/// The settings of the whole site as they are written in `_config/app-config.yaml`; [ConfiguredSite] reads them.
@ConfigMapping(prefix = "site")
interface SiteConfig {
    @WithDefault("Rose Ash")
    String name();

    @WithDefault("Bread, tools and good company, owned by the people who use them.")
    String strapline();

    /// The currency of every price, as in ISO 4217.
    @WithDefault("GBP")
    String currency();

    /// Where the cooperative's clocks are, as in the IANA time zone database.
    @WithDefault("Europe/London")
    String zone();

    /// The language and country of its pages, as in BCP 47.
    @WithDefault("en-GB")
    String locale();

    /// The public addresses of the apps; `{app}` is the app's name.
    String originPattern();

    Theme theme();

    /// The VAT rates, newest or oldest first as you like; a class without a rate on a day is sold at 0 %.
    List<Vat> vat();

    /// The colours that make the site this cooperative's; both must be readable as text on the paper.
    interface Theme {
        @WithDefault("#a3294a")
        String accent();

        @WithDefault("#f2a0b1")
        String accentOnDark();
    }

    /// One rate of one class, valid from a day on.
    interface Vat {
        /// `standard`, `reduced` or `zero`.
        @WithName("class")
        String vatClass();

        /// As in `2011-01-04`.
        String from();

        /// `20` for 20 %.
        String percent();
    }
}
