package coop.roseash.blog.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import coop.roseash.contract.app.SiteSettings;

/// Writes days as readers say them, in the site's zone: `{cdi:dates.day(post.publishedAt)}`.
@Named("dates")
@Singleton
public class Dates {
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final ZoneId zone;

    Dates(SiteSettings site) {
        zone = site.zone();
        day = DateTimeFormatter.ofPattern("d MMMM yyyy", site.locale()).withZone(zone);
        minute = DateTimeFormatter.ofPattern("EEE d MMMM yyyy, HH:mm", site.locale()).withZone(zone);
    }

    /// `24 November 2026`
    public String day(Instant instant) {
        return day.format(instant);
    }

    /// `Tue 24 November 2026, 20:15`
    public String minute(Instant instant) {
        return minute.format(instant);
    }

    public ZoneId zone() {
        return zone;
    }
}
