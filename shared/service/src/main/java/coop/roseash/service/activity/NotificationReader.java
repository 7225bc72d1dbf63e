package coop.roseash.service.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.activity.Note;
import coop.roseash.contract.activity.Notification;
import coop.roseash.contract.activity.Notifications;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.MemberNotification;
import coop.roseash.service.activity.NoteQuery.Selection;

/// Reads a member's notifications: three statements a page, however long.
@ApplicationScoped
class NotificationReader implements Notifications {
    private final NotificationRepository notifications;
    private final ActorRepository actors;
    private final NoteQuery notes;
    private final Readers readers;
    private final ActorViews views;
    private final Clock clock;

    NotificationReader(NotificationRepository notifications, ActorRepository actors, NoteQuery notes, Readers readers,
            ActorViews views, Clock clock) {
        this.notifications = notifications;
        this.actors = actors;
        this.notes = notes;
        this.readers = readers;
        this.views = views;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Page<Notification> of(long memberId, PageRequest request) {
        List<MemberNotification> rows = notifications.find("memberId = ?1 order by id desc", memberId)
            .range(request.offset(), request.offset() + request.size())
            .list();
        Map<Long, KnownActor> by = actors.list("id in ?1", rows.stream().map(row -> row.actorId).toList())
            .stream()
            .collect(Collectors.toMap(actor -> actor.id, Function.identity()));
        Map<Long, Note> about = notesOf(rows, memberId);
        return Page.of(rows, request)
            .map(row -> new Notification(row.id, Notification.Kind.valueOf(row.kind),
                    views.of(Objects.requireNonNull(by.get(row.actorId))), noteOf(row, about), row.createdAt,
                    row.readAt != null));
    }

    @Override
    @Transactional
    public long unread(long memberId) {
        return notifications.count("memberId = ?1 and readAt is null", memberId);
    }

    @Override
    @Transactional
    public void markAllRead(long memberId) {
        notifications.read(memberId, clock.instant());
    }

    private Map<Long, Note> notesOf(List<MemberNotification> rows, long memberId) {
        List<Long> ids = rows.stream().map(row -> row.objectId).filter(Objects::nonNull).distinct().toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var those = new Selection(readers.actorId(memberId), "o.id IN (:ids)", Map.of("ids", ids), "o.id");
        return notes.objects(those, new PageRequest(1, ids.size()))
            .stream()
            .collect(Collectors.toMap(Note::id, Function.identity()));
    }

    private static @Nullable Note noteOf(MemberNotification row, Map<Long, Note> notes) {
        return row.objectId == null ? null : notes.get(row.objectId);
    }
}
