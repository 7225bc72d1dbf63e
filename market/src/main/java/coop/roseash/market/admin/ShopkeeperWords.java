package coop.roseash.market.admin;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.market.Scrapes.State;

/// Times and states as the shopkeeper reads them: `{cdi:shopkeeper.…}`.
@Named("shopkeeper")
@ApplicationScoped
public class ShopkeeperWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm", Locale.UK);

    private final SiteSettings site;

    ShopkeeperWords(SiteSettings site) {
        this.site = site;
    }

    public String time(Instant instant) {
        return TIME.format(ZonedDateTime.ofInstant(instant, site.zone()));
    }

    public String state(State state) {
        return switch (state) {
            case QUEUED -> "Waiting";
            case FETCHING -> "Reading";
            case READY -> "To decide";
            case APPLIED -> "Applied";
            case REJECTED -> "Rejected";
            case FAILED -> "Failed";
            case ROLLED_BACK -> "Taken back";
        };
    }

    public String badge(State state) {
        return switch (state) {
            case APPLIED -> "badge--good";
            case READY, FAILED -> "badge--warn";
            case QUEUED, FETCHING, REJECTED, ROLLED_BACK -> "badge--quiet";
        };
    }
}
