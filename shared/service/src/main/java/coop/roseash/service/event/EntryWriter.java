package coop.roseash.service.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.model.event.EntryRow;

/// What follows from every change of an entry: its dates, their tickets and rooms, and the news of it.
@ApplicationScoped
class EntryWriter {
    private final EntryRepository entries;
    private final EntrySchedule schedule;
    private final Allotments allotments;
    private final BookingRepository bookings;
    private final EntryNews news;
    private final Clock clock;

    EntryWriter(EntryRepository entries, EntrySchedule schedule, Allotments allotments, BookingRepository bookings,
            EntryNews news, Clock clock) {
        this.entries = entries;
        this.schedule = schedule;
        this.allotments = allotments;
        this.bookings = bookings;
        this.news = news;
        this.clock = clock;
    }

    /// A new entry, not yet written.
    EntryRow blank(long calendarId, String uid, String title) {
        EntryRow row = new EntryRow();
        row.calendarId = calendarId;
        row.uid = uid;
        row.slug = entries.freeSlug(title);
        row.description = "";
        row.exdates = "";
        row.rdates = "";
        row.fingerprint = "";
        row.createdAt = clock.instant();
        row.changedAt = row.createdAt;
        row.expandedUntil = row.createdAt;
        row.start = LocalDateTime.MIN;
        return row;
    }

    void move(EntryRow row, LocalDateTime start) {
        if (row.id == null) {
            row.start = start;
        } else {
            schedule.move(row, start);
        }
    }

    /// Call it last in the transaction that changed the entry.
    ///
    /// @return what somebody should know about, for example that a room is taken
    List<String> written(EntryRow row) {
        List<String> remarks = carryOn(row);
        news.tell(row);
        return remarks;
    }

    /// Computes the dates up to today's horizon without any news.
    List<String> carryOn(EntryRow row) {
        schedule.refresh(row);
        entries.flush();
        allotments.open(row.id);
        List<String> remarks = new ArrayList<>();
        if (row.capped) {
            remarks.add("It has more dates than a calendar keeps; only the first were taken");
        }
        int clashes = bookings.follow(row.id, clock.instant());
        if (clashes > 0) {
            remarks.add("Its room is already booked on " + clashes + (clashes == 1 ? " date" : " dates"));
        }
        return remarks;
    }
}
