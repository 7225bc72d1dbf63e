package coop.roseash.service.activity;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.model.activity.KnownActor;

/// Our own actors: one per app, and each member on every app's host; rows are written when first needed.
@ApplicationScoped
class LocalActors {
    private static final Map<AppName, String> WHAT_APPS_SAY = Map.of(
            AppName.BLOG, "Posts of the cooperative.",
            AppName.MARKET, "What is in the shop.",
            AppName.CART, "The cooperative's till. It says nothing.",
            AppName.EVENTS, "Workshops, market days and meetings.",
            AppName.FEDERATION, "News of the cooperative.",
            AppName.ACCOUNT, "The members' desk. It says nothing.");

    private final ActorRepository actors;
    private final Members members;
    private final LocalAddresses addresses;
    private final Clock clock;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    LocalActors(ActorRepository actors, Members members, LocalAddresses addresses, Clock clock) {
        this.actors = actors;
        this.members = members;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Transactional
    KnownActor app(AppName app) {
        KnownActor actor = at(app, app.id(), "Service", "Rose Ash " + app.id(), null);
        actor.summary = "<p>" + WHAT_APPS_SAY.get(app) + "</p>";
        return stored(actor);
    }

    /// Signs our requests for documents; nobody follows it.
    KnownActor instance() {
        return at(AppName.FEDERATION, LocalAddresses.INSTANCE_ACTOR, "Application", "Rose Ash", null);
    }

    @Transactional
    KnownActor member(Member member, AppName app) {
        return stored(at(app, member.handle(), "Person", member.displayName(), member.id()));
    }

    /// @throws IllegalArgumentException when there is no such member
    @Transactional
    KnownActor member(long memberId) {
        Member member = members.byId(memberId)
            .orElseThrow(() -> new IllegalArgumentException("No member " + memberId));
        return member(member, AppName.FEDERATION);
    }

    /// The actor with this name on this app's host; apps' names come before members'.
    @Transactional
    Optional<KnownActor> named(AppName app, String handle) {
        if (handle.equalsIgnoreCase(app.id())) {
            return Optional.of(app(app));
        }
        if (app == AppName.FEDERATION && handle.equals(LocalAddresses.INSTANCE_ACTOR)) {
            return Optional.of(instance());
        }
        boolean reserved = Arrays.stream(AppName.values()).anyMatch(other -> other.id().equalsIgnoreCase(handle));
        return reserved ? Optional.empty() : members.byHandle(handle).map(member -> member(member, app));
    }

    /// By id or profile address; empty for an address that is not ours, or of nobody.
    @Transactional
    Optional<KnownActor> at(String address) {
        return addresses.actorAt(address).flatMap(place -> named(place.app(), place.handle()));
    }

    private KnownActor at(AppName app, String handle, String type, String name, @Nullable Long memberId) {
        KnownActor actor = new KnownActor();
        actor.uri = addresses.actor(app, handle);
        actor.type = type;
        actor.handle = handle;
        actor.host = addresses.host(app);
        actor.name = name;
        actor.summary = "";
        actor.page = addresses.actorPage(app, handle);
        actor.inbox = actor.uri + "/inbox";
        actor.sharedInbox = addresses.sharedInbox(app);
        actor.followers = actor.uri + "/followers";
        actor.app = app.id();
        actor.memberId = memberId;
        actor.fetchedAt = clock.instant();
        return actor;
    }

    /// Writes the row once per process and name, and again when the name people see changed.
    private KnownActor stored(KnownActor actor) {
        Long id = known.get(actor.uri);
        KnownActor found = id == null ? null : actors.findById(id);
        if (found != null && found.name.equals(actor.name) && found.summary.equals(actor.summary)) {
            return found;
        }
        KnownActor saved = actors.save(actor);
        known.put(actor.uri, saved.id);
        return saved;
    }
}
