package coop.roseash.contract.activity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Notes in their order, newest first; a reader is a member's id, or null for a guest.
public interface Timelines {
    /// The member's own and those of whom they follow.
    Page<Note> home(long memberId, PageRequest request);

    /// Everything public of here.
    ///
    /// @param app only what this app says; null for all
    Page<Note> local(@Nullable AppName app, @Nullable Long reader, PageRequest request);

    Page<Note> ofActor(long actorId, @Nullable Long reader, PageRequest request);

    /// The newest public ones of here, for a small list elsewhere on the site.
    List<Note> latest(int count);
}
