package coop.roseash.service.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.trade.VatClass;

/// The site's settings, checked once when the app starts.
@ApplicationScoped
class ConfiguredSite implements SiteSettings {
    private static final String COLOUR = "#[0-9a-fA-F]{6}";
    private static final String COLOUR_EXAMPLE = "a colour such as #a3294a";

    private final String name;
    private final String strapline;
    private final Currency currency;
    private final ZoneId zone;
    private final Locale locale;
    private final String accent;
    private final String accentOnDark;
    private final VatTable vat;

    ConfiguredSite(SiteConfig config) {
        name = Setting.matching("site.name", config.name(), "a name of 1 to 60 characters", ".{1,60}");
        strapline = Setting.matching("site.strapline", config.strapline(), "at most 200 characters", ".{0,200}");
        currency = Setting.read(
                "site.currency",
                config.currency(),
                "a currency of ISO 4217 such as GBP",
                Currency::getInstance);
        zone = Setting.read("site.zone", config.zone(), "a time zone such as Europe/London", ZoneId::of);
        locale = Locale.forLanguageTag(
                Setting.matching("site.locale", config.locale(), "a language such as en-GB", "[a-z]{2,3}(-[A-Z]{2})?"));
        accent = Setting.matching("site.theme.accent", config.theme().accent(), COLOUR_EXAMPLE, COLOUR);
        accentOnDark = Setting
            .matching("site.theme.accent-on-dark", config.theme().accentOnDark(), COLOUR_EXAMPLE, COLOUR);
        Setting.matching(
                "site.origin-pattern",
                config.originPattern(),
                "an address such as https://{app}.rose-ash.com",
                "https?://[^/]*\\{app}[^/]*");
        vat = VatTable.of(config.vat());
    }

    void check(@Observes StartupEvent start) {
        name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String strapline() {
        return strapline;
    }

    @Override
    public Currency currency() {
        return currency;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public BigDecimal vatRate(VatClass vatClass, LocalDate day) {
        return vat.rate(vatClass, day);
    }

    @Override
    public String accent() {
        return accent;
    }

    @Override
    public String accentOnDark() {
        return accentOnDark;
    }
}
