package coop.roseash.service.activity;

import java.net.URI;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.app.AppName;
import coop.roseash.model.activity.KnownActor;

/// Shows actors as the contracts know them.
@Singleton
class ActorViews {
    private final LocalAddresses addresses;

    ActorViews(LocalAddresses addresses) {
        this.addresses = addresses;
    }

    Actor of(KnownActor actor) {
        AppName app = actor.app == null ? null : AppName.of(actor.app);
        return new Actor(actor.id, URI.create(actor.uri), actor.handle, actor.host, actor.name, actor.summary,
                URI.create(actor.page), addresses.profile(name(actor, app)), app, actor.memberId);
    }

    @Nullable
    Actor ofNullable(@Nullable KnownActor actor) {
        return actor == null ? null : of(actor);
    }

    /// Short for members and apps, whole for the rest.
    private static String name(KnownActor actor, @Nullable AppName app) {
        boolean isShort = app != null && (actor.memberId == null || app == AppName.FEDERATION);
        return isShort ? actor.handle : actor.handle + "@" + actor.host;
    }
}
