package coop.roseash.federation.demo;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The file `federation/social.json` of the demo content.
///
/// @param follows by handle: whom they follow, members and apps
/// @param likes by a note's key: who likes it
/// @param boosts by a note's key: who boosts it
record Conversation(Map<String, List<String>> follows, List<Said> notes, Map<String, List<String>> likes,
        Map<String, List<String>> boosts) {
    Conversation {
        follows = Map.copyOf(follows);
        notes = List.copyOf(notes);
        likes = Map.copyOf(likes);
        boosts = Map.copyOf(boosts);
    }

    /// @param key by which others refer to it; null for most
    /// @param reply the key of the note it answers, if any
    record Said(@Nullable String key, String by, long hoursAgo, @Nullable String reply, String text) {}
}
