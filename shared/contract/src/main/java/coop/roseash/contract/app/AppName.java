package coop.roseash.contract.app;

import java.util.Locale;

/// The six services that look like one site.
public enum AppName {
    BLOG, MARKET, CART, EVENTS, FEDERATION, ACCOUNT;

    /// The name in addresses, settings and image names: `blog`, `market` …
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when no app has this name
    public static AppName of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
