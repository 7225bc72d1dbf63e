package coop.roseash.contract.activity;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// What happened to a member's notes and to themselves, newest first.
public interface Notifications {
    Page<Notification> of(long memberId, PageRequest request);

    long unread(long memberId);

    void markAllRead(long memberId);
}
