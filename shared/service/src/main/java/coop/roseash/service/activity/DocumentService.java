package coop.roseash.service.activity;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import coop.roseash.contract.activity.Documents;
import coop.roseash.contract.activity.Visibility;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.model.activity.KnownObject;
import coop.roseash.model.activity.StoredActivity;
import coop.roseash.service.activity.json.Document;

/// The public documents of this app's host; what is private is as if it were not there.
@ApplicationScoped
class DocumentService implements Documents {
    private static final int PAGE_SIZE = 40;

    private final DiscoveryDocuments discovery;
    private final LocalActors local;
    private final LocalAddresses addresses;
    private final ActorWriter writer;
    private final ObjectRepository objects;
    private final ActivityRepository activities;
    private final FollowRepository follows;

    DocumentService(DiscoveryDocuments discovery, LocalActors local, LocalAddresses addresses, ActorWriter writer,
            ObjectRepository objects, ActivityRepository activities, FollowRepository follows) {
        this.discovery = discovery;
        this.local = local;
        this.addresses = addresses;
        this.writer = writer;
        this.objects = objects;
        this.activities = activities;
        this.follows = follows;
    }

    @Override
    @Transactional
    public Optional<String> webFinger(String resource) {
        return discovery.webFinger(resource);
    }

    @Override
    public String hostMeta() {
        return discovery.hostMeta();
    }

    @Override
    @Transactional
    public String nodeInfo() {
        return discovery.nodeInfo();
    }

    @Override
    @Transactional
    public Optional<String> actor(String name) {
        return here(name).map(actor -> writer.write(actor).toString());
    }

    @Override
    @Transactional
    public Optional<URI> actorPage(String name) {
        return here(name).map(actor -> addresses.profile(
                actor.memberId == null || actor.host.equals(addresses.host(AppName.FEDERATION))
                        ? actor.handle
                        : actor.handle + "@" + actor.host));
    }

    @Override
    @Transactional
    public Optional<Found> object(long id) {
        return objects.findByIdOptional(id)
            .filter(object -> object.uri.equals(addresses.object(addresses.self(), id)))
            .filter(DocumentService::isPublic)
            .map(DocumentService::found);
    }

    @Override
    @Transactional
    public Optional<Found> objectOf(String page) {
        return objects.ofPage(page).map(DocumentService::found);
    }

    @Override
    @Transactional
    public Optional<String> activity(long id) {
        return activities.findByIdOptional(id)
            .filter(activity -> activity.uri.equals(addresses.activity(addresses.self(), id)))
            .filter(activity -> Visibility.valueOf(activity.visibility).isPublic())
            .map(activity -> activity.body);
    }

    @Override
    @Transactional
    public Optional<String> collection(String actorName, Collection collection, int page) {
        return here(actorName).map(actor -> {
            String uri = actor.uri + "/" + collection.name().toLowerCase(Locale.ROOT);
            PageRequest request = new PageRequest(page, PAGE_SIZE);
            return page < 1
                    ? CollectionWriter.whole(uri, total(actor, collection))
                    : CollectionWriter.page(uri, items(actor, collection, request));
        });
    }

    @Override
    @Transactional
    public Optional<String> replies(long id, int page) {
        return object(id).filter(found -> !found.gone()).map(found -> {
            String uri = addresses.object(addresses.self(), id);
            PageRequest request = new PageRequest(page, PAGE_SIZE);
            long total = objects.count("inReplyTo = ?1 and deletedAt is null and visibility in ('PUBLIC', 'UNLISTED')",
                    uri);
            return page < 1
                    ? CollectionWriter.whole(uri + "/replies", total)
                    : CollectionWriter.page(uri + "/replies",
                            CollectionWriter.ids(Page.of(objects.publicReplies(uri, request), request)));
        });
    }

    private Optional<KnownActor> here(String name) {
        return local.named(addresses.self(), name);
    }

    private long total(KnownActor actor, Collection collection) {
        return switch (collection) {
            case OUTBOX -> activities.count("actorUri = ?1 and direction = OUT and visibility = 'PUBLIC'", actor.uri);
            case FOLLOWERS -> follows.countFollowers(id(actor));
            case FOLLOWING -> follows.countFollowing(id(actor));
        };
    }

    private Page<JsonNode> items(KnownActor actor, Collection collection, PageRequest request) {
        return switch (collection) {
            case OUTBOX -> outbox(actor, request);
            case FOLLOWERS -> uris(follows.followers(id(actor), request), request);
            case FOLLOWING -> uris(follows.following(id(actor), request), request);
        };
    }

    private Page<JsonNode> outbox(KnownActor actor, PageRequest request) {
        List<StoredActivity> rows = activities
            .find("actorUri = ?1 and direction = OUT and visibility = 'PUBLIC' order by id desc", actor.uri)
            .range(request.offset(), request.offset() + request.size())
            .list();
        return Page.of(rows, request).map(activity -> Document.parse(activity.body).json());
    }

    private static Page<JsonNode> uris(List<KnownActor> actors, PageRequest request) {
        return CollectionWriter.ids(Page.of(actors, request).map(actor -> actor.uri));
    }

    /// The instance's actor has no row, and nobody follows it.
    private static long id(KnownActor actor) {
        return actor.id == null ? -1 : actor.id;
    }

    private static boolean isPublic(KnownObject object) {
        return Visibility.valueOf(object.visibility).isPublic();
    }

    private static Found found(KnownObject object) {
        boolean gone = object.deletedAt != null;
        String json = gone ? ObjectWriter.tombstone(object.uri, object.type).toString() : object.document;
        return new Found(json, URI.create(object.page), gone);
    }
}
