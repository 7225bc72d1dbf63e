package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.activity.Activities;
import coop.roseash.contract.activity.Activities.Change;
import coop.roseash.contract.activity.Activities.PublicObject;
import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.event.EntryRow;

/// Tells the fediverse and the other apps what became of an entry.
@ApplicationScoped
class EntryNews {
    private static final List<String> FRAGMENTS = List.of("upcoming-entries", "entry-card", "calendar-widget");
    private static final int SUMMARY = 300;

    private final EntryRepository entries;
    private final InstanceRepository instances;
    private final Activities activities;
    private final FragmentChanges fragments;
    private final Addresses addresses;
    private final Clock clock;

    EntryNews(EntryRepository entries, InstanceRepository instances, Activities activities, FragmentChanges fragments,
            Addresses addresses, Clock clock) {
        this.entries = entries;
        this.instances = instances;
        this.activities = activities;
        this.fragments = fragments;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// Call it in the transaction that changed the entry, once its dates are written.
    void tell(EntryRow row) {
        forgetFragments();
        if (row.state == Entry.State.DRAFT) {
            return;
        }
        Change change = row.publishedAt == null ? Change.CREATE : Change.UPDATE;
        if (row.publishedAt == null) {
            row.publishedAt = clock.instant();
        }
        Entry entry = entries.toEntry(row);
        if (!entry.calendar().isForMembersOnly()) {
            activities.announce(change, event(entry, row.publishedAt));
        }
    }

    void forgetFragments() {
        FRAGMENTS.forEach(fragments::changed);
    }

    /// An `Event` as Mobilizon reads it; of a series it names the next date.
    private PublicObject event(Entry entry, Instant published) {
        Map<String, Object> properties = new HashMap<>();
        List<EntryInstance> dates = instances.dates(entry.id(), Instant.EPOCH, new PageRequest(1, 1));
        List<EntryInstance> next = instances.dates(entry.id(), clock.instant(), new PageRequest(1, 1));
        (next.isEmpty() ? dates : next).stream().findFirst().ifPresent(date -> {
            properties.put("startTime", offset(date.startsAt(), date));
            properties.put("endTime", offset(date.endsAt(), date));
        });
        properties.put("timezone", entry.calendar().zone().getId());
        properties.put("ical:status", entry.isCancelled() ? "CANCELLED" : "CONFIRMED");
        if (entry.place() != null) {
            properties.put("location",
                    Map.of("type", "Place", "name", entry.place().name(), "address", entry.place().address()));
        }
        return new PublicObject(AppName.EVENTS, "Event", "entry/" + entry.id(),
                addresses.page(AppName.EVENTS, entry.path()), entry.title(), summary(entry.description()),
                html(entry.description()), published, null, properties);
    }

    private static String offset(Instant time, EntryInstance date) {
        return OffsetDateTime.ofInstant(time, date.zone()).toString();
    }

    private static String summary(String text) {
        return text.length() <= SUMMARY ? text : text.substring(0, SUMMARY - 1) + "…";
    }

    private static String html(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return text.isEmpty() ? "" : "<p>" + escaped.replaceAll("\n{2,}", "</p><p>").replace("\n", "<br>") + "</p>";
    }
}
