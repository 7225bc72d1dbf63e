package coop.roseash.cart.page;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import coop.roseash.contract.app.SiteSettings;

/// Times as people read them, where the cooperative is: `{cdi:dates.day(order.placedAt)}`.
@Named("dates")
@ApplicationScoped
public class Dates {
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;
    private final DateTimeFormatter exact;
    private final Clock clock;

    Dates(SiteSettings site, Clock clock) {
        this.clock = clock;
        Locale locale = site.locale();
        day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale).withZone(site.zone());
        time = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(site.zone());
        exact = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", locale).withZone(site.zone());
    }

    /// `5 December 2026`
    public String day(Instant at) {
        return day.format(at);
    }

    /// `14:32`
    public String time(Instant at) {
        return time.format(at);
    }

    /// `5 Dec 2026, 14:32:10`
    public String exact(Instant at) {
        return exact.format(at);
    }

    /// The present, to the second.
    public String exactNow() {
        return exact(clock.instant());
    }

    /// Whole minutes from now, rounded up; 0 for what is over.
    public long minutesUntil(Instant at) {
        long seconds = at.getEpochSecond() - clock.instant().getEpochSecond();
        return seconds <= 0 ? 0 : (seconds + 59) / 60;
    }
}
