package coop.roseash.service.site;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// Addresses made from one pattern, for example `https://{app}.rose-ash.com`.
@ApplicationScoped
class SiteAddresses implements Addresses {
    private final String pattern;
    private final AppName self;

    SiteAddresses(@ConfigProperty(name = "site.origin-pattern") String pattern,
            @ConfigProperty(name = "app.name") String self) {
        this.pattern = pattern;
        this.self = AppName.of(self);
    }

    @Override
    public String origin(AppName app) {
        return pattern.replace("{app}", app.id());
    }

    @Override
    public AppName self() {
        return self;
    }
}
