package coop.roseash.contract.activity;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A note, article, event … as a reader sees it.
///
/// @param type ActivityStreams type
/// @param title empty for a plain note
/// @param warning shown before the content is opened; may be empty
/// @param html sanitised
/// @param page where browsers read it at its home
/// @param inReplyTo our number of the note it answers, null when it answers none we know
/// @param boostedBy who brought it into this list, null when it came by itself
public record Note(long id, String uri, String type, Actor author, String title, String warning, String html, URI page,
        Visibility visibility, Instant published, boolean edited, @Nullable Long inReplyTo, Counts counts, Seen seen,
        @Nullable Actor boostedBy) {

    public record Counts(long replies, long likes, long boosts) {}

    /// What the reader has to do with it.
    public record Seen(boolean mine, boolean liked, boolean boosted) {}
}
