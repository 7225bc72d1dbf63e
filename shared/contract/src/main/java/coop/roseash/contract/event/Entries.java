package coop.roseash.contract.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// What happens and when; drafts are never among the instances.
public interface Entries {
    /// The most instances [#between] answers.
    int MAXIMUM_BETWEEN = 500;

    /// Instances that have not ended, earliest first.
    ///
    /// @param calendar slug, or null for all calendars
    Page<EntryInstance> upcoming(Visitor visitor, @Nullable String calendar, PageRequest request);

    /// Instances that touch the time from `from` up to `to`, earliest first.
    ///
    /// @param calendar slug, or null for all calendars
    List<EntryInstance> between(Visitor visitor, @Nullable String calendar, Instant from, Instant to);

    /// Dates of one entry that have not ended, earliest first.
    Page<EntryInstance> dates(long entryId, PageRequest request);

    Optional<EntryInstance> instance(long instanceId);

    Optional<EntryInstance> instance(long entryId, LocalDateTime recurrence);

    Optional<Entry> byId(long id);

    Optional<Entry> bySlug(String slug);

    Optional<Entry> byUid(String uid);
}
