package coop.roseash.service.activity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.activity.Actor;
import coop.roseash.contract.activity.Actors;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.activity.KnownActor;
import coop.roseash.service.activity.json.Document;

/// Finds actors: ours by name, others among those we know or by WebFinger (RFC 7033) on their server.
@ApplicationScoped
class ActorService implements Actors {
    private static final String ADDRESS = "@?[\\p{L}\\p{N}_.-]{1,100}@[A-Za-z0-9.-]{1,253}(?::\\d{1,5})?";

    private final ActorRepository actors;
    private final LocalActors local;
    private final RemoteActors remote;
    private final RemoteDocuments documents;
    private final Mentions mentions;
    private final HostPolicy policy;
    private final OtherServers servers;
    private final LocalAddresses addresses;
    private final ActorViews views;

    ActorService(ActorRepository actors, LocalActors local, RemoteActors remote, RemoteDocuments documents,
            Mentions mentions, HostPolicy policy, OtherServers servers, LocalAddresses addresses, ActorViews views) {
        this.actors = actors;
        this.local = local;
        this.remote = remote;
        this.documents = documents;
        this.mentions = mentions;
        this.policy = policy;
        this.servers = servers;
        this.addresses = addresses;
        this.views = views;
    }

    @Override
    @Transactional
    public Optional<Actor> byId(long id) {
        return actors.findByIdOptional(id).filter(actor -> actor.goneAt == null).map(views::of);
    }

    @Override
    @Transactional
    public Optional<Actor> byName(String name) {
        return mentions.known("@" + name)
            .filter(actor -> !"Application".equals(actor.type))
            .map(views::of);
    }

    @Override
    @Transactional
    public Actor ofMember(long memberId) {
        return views.of(local.member(memberId));
    }

    @Override
    @Transactional
    public Actor ofApp(AppName app) {
        return views.of(local.app(app));
    }

    @Override
    @Transactional
    public Page<Actor> search(String words, PageRequest request) {
        List<KnownActor> rows = words.isBlank() ? List.of() : actors.search(words.strip(), request);
        return Page.of(rows, request).map(views::of);
    }

    @Override
    public FindOutcome find(String text) {
        String address = text.strip();
        boolean link = address.startsWith("https://") || address.startsWith("http://");
        if (!link && !address.matches(ADDRESS)) {
            return new FindOutcome.NotAnAddress();
        }
        String name = address.startsWith("@") ? address.substring(1) : address;
        String host = (link ? Document.authority(address) : name.substring(name.lastIndexOf('@') + 1))
            .toLowerCase(Locale.ROOT);
        if (addresses.appOfHost(host).isPresent()) {
            Optional<KnownActor> ours = link ? local.at(address) : mentions.known("@" + name);
            return ours.<FindOutcome>map(actor -> new FindOutcome.Found(views.of(actor)))
                .orElseGet(FindOutcome.Unknown::new);
        }
        if (policy.isBlocked(host)) {
            return new FindOutcome.Blocked(host);
        }
        return link ? look(address, host) : ask(name, host);
    }

    private FindOutcome ask(String name, String host) {
        String resource = URLEncoder.encode("acct:" + name, StandardCharsets.UTF_8);
        Optional<URI> finger = servers
            .address(servers.scheme(host) + "://" + host + "/.well-known/webfinger?resource=" + resource);
        if (finger.isEmpty()) {
            return new FindOutcome.NotAnAddress();
        }
        return documents.plain(finger.get(), "application/jrd+json")
            .flatMap(ActorService::self)
            .<FindOutcome>map(uri -> look(uri, host))
            .orElseGet(() -> new FindOutcome.Unreachable(host));
    }

    private FindOutcome look(String uri, String host) {
        return remote.resolve(uri)
            .filter(actor -> actor.goneAt == null)
            .<FindOutcome>map(actor -> new FindOutcome.Found(views.of(actor)))
            .orElseGet(() -> new FindOutcome.Unreachable(host));
    }

    private static Optional<String> self(Document answer) {
        return answer.objects("links")
            .stream()
            .filter(link -> link.text("rel").equals("self") && link.text("type").contains("json"))
            .flatMap(link -> link.reference("href").stream())
            .findFirst();
    }
}
