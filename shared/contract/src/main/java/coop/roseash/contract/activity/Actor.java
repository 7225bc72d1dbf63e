package coop.roseash.contract.activity;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.AppName;

/// Someone who speaks in the fediverse: a member, one of our apps, or somebody of another server.
///
/// @param uri its ActivityPub id
/// @param host the authority behind the `@`, for example `blog.rose-ash.com`
/// @param summary sanitised HTML
/// @param page its profile for browsers
/// @param profile its profile on our own site
/// @param app null for an actor of another server
/// @param memberId null unless it is a member (or a member's projection on an app)
public record Actor(long id, URI uri, String handle, String host, String name, String summary, URI page, URI profile,
        @Nullable AppName app, @Nullable Long memberId) {
    public boolean local() {
        return app != null;
    }

    /// As people write it: `@rosa@federation.rose-ash.com`.
    public String address() {
        return "@" + handle + "@" + host;
    }
}
