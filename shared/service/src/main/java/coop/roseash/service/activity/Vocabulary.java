package coop.roseash.service.activity;

import java.util.Set;

/// Words of ActivityStreams 2.0 that more than one class needs.
final class Vocabulary {
    static final String CONTEXT = "https://www.w3.org/ns/activitystreams";
    static final String PUBLIC = CONTEXT + "#Public";
    /// The three ways the public collection is written (ActivityPub, section 5.6).
    static final Set<String> PUBLIC_NAMES = Set.of(PUBLIC, "as:Public", "Public");
    static final String MEDIA_TYPE = "application/activity+json";
    static final String LD_MEDIA_TYPE = "application/ld+json";
    static final String ACCEPT = MEDIA_TYPE + ", " + LD_MEDIA_TYPE + "; profile=\"" + CONTEXT + "\"";
    static final String[] ACTOR_TYPES = {"Person", "Service", "Group", "Organization", "Application"};
    static final String[] OBJECT_TYPES = {"Note", "Article", "Page", "Question", "Event", "Image", "Video", "Audio"};

    private Vocabulary() {}
}
