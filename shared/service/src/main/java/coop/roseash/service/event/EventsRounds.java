package coop.roseash.service.event;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// What comes round by itself: series carried on to the horizon, dates opened for sale, lapsed offers passed on.
///
/// Only the events app does it; several of its replicas may.
@ApplicationScoped
class EventsRounds {
    private static final int AT_ONCE = 200;

    private final EntryRepository entries;
    private final EntrySchedule schedule;
    private final EntryWriter writer;
    private final Allotments allotments;
    private final WaitingQueue waiting;
    private final boolean isOurs;

    EventsRounds(EntryRepository entries, EntrySchedule schedule, EntryWriter writer, Allotments allotments,
            WaitingQueue waiting, Addresses addresses) {
        this.entries = entries;
        this.schedule = schedule;
        this.writer = writer;
        this.allotments = allotments;
        this.waiting = waiting;
        this.isOurs = addresses.self() == AppName.EVENTS;
    }

    @Scheduled(every = "${events.expansion.every:1h}", delayed = "1m")
    void carryOn() {
        if (isOurs) {
            var due = QuarkusTransaction.requiringNew()
                .call(() -> entries.endingBefore(schedule.horizonToKeep(), AT_ONCE));
            due.forEach(id -> QuarkusTransaction.requiringNew().run(() -> {
                var row = entries.locked(id);
                if (row != null) {
                    writer.carryOn(row);
                }
            }));
            QuarkusTransaction.requiringNew().run(() -> allotments.open(null));
        }
    }

    @Scheduled(every = "${events.waiting-list.every:1m}", delayed = "30s")
    void passOn() {
        if (isOurs) {
            waiting.lapsed().forEach(waiting::lapse);
            waiting.wanted().forEach(waiting::offerNext);
        }
    }
}
