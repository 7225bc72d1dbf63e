package coop.roseash.infrastructure.fragment;

import java.util.Map;

import coop.roseash.contract.app.AppName;

import static java.util.Map.entry;

/// Which app lends which fragment; a new fragment begins with its line here.
final class Lenders {
    private static final Map<String, AppName> BY_TYPE = Map.ofEntries(
            entry("nav", AppName.BLOG),
            entry("post-card", AppName.BLOG),
            entry("post-teasers", AppName.BLOG),
            entry("market-nav", AppName.MARKET),
            entry("product-card", AppName.MARKET),
            entry("cart-mini", AppName.CART),
            entry("account-orders", AppName.CART),
            entry("upcoming-entries", AppName.EVENTS),
            entry("entry-card", AppName.EVENTS),
            entry("calendar-widget", AppName.EVENTS),
            entry("account-tickets", AppName.EVENTS),
            entry("account-bookings", AppName.EVENTS),
            entry("follow-button", AppName.FEDERATION),
            entry("latest-notes", AppName.FEDERATION),
            entry("auth-menu", AppName.ACCOUNT));

    private Lenders() {}

    /// @throws IllegalArgumentException when no app lends this type
    static AppName of(String type) {
        AppName lender = BY_TYPE.get(type);
        if (lender == null) {
            throw new IllegalArgumentException("No app lends a fragment of type " + type);
        }
        return lender;
    }
}
