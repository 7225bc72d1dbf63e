package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Reads entries and their dates.
@ApplicationScoped
@Transactional
class EntryReader implements Entries {
    private final EntryRepository entries;
    private final InstanceRepository instances;
    private final Clock clock;

    EntryReader(EntryRepository entries, InstanceRepository instances, Clock clock) {
        this.entries = entries;
        this.instances = instances;
        this.clock = clock;
    }

    @Override
    public Page<EntryInstance> upcoming(Visitor visitor, @Nullable String calendar, PageRequest request) {
        boolean member = CalendarRepository.isMember(visitor);
        return Page.of(instances.upcoming(member, calendar, clock.instant(), request), request);
    }

    @Override
    public List<EntryInstance> between(Visitor visitor, @Nullable String calendar, Instant from, Instant to) {
        return instances.between(CalendarRepository.isMember(visitor), calendar, from, to, MAXIMUM_BETWEEN);
    }

    @Override
    public Page<EntryInstance> dates(long entryId, PageRequest request) {
        return Page.of(instances.dates(entryId, clock.instant(), request), request);
    }

    @Override
    public Optional<EntryInstance> instance(long instanceId) {
        return instances.one(instanceId);
    }

    @Override
    public Optional<EntryInstance> instance(long entryId, LocalDateTime recurrence) {
        return instances.one(entryId, recurrence);
    }

    @Override
    public Optional<Entry> byId(long id) {
        return entries.findByIdOptional(id).map(entries::toEntry);
    }

    @Override
    public Optional<Entry> bySlug(String slug) {
        return entries.find("slug", slug).firstResultOptional().map(entries::toEntry);
    }

    @Override
    public Optional<Entry> byUid(String uid) {
        return entries.byUid(uid).map(entries::toEntry);
    }
}
