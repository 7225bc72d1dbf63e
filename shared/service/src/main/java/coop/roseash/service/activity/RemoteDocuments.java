package coop.roseash.service.activity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.web.FetchOutcome;
import coop.roseash.contract.web.FetchRequest;
import coop.roseash.contract.web.SafeFetcher;
import coop.roseash.service.activity.json.Document;
import coop.roseash.service.activity.json.JsonReader;

/// Reads documents of other servers, signed by the instance's actor; only what is served as ActivityStreams, under its
/// own address.
@Singleton
class RemoteDocuments {
    private static final int LARGEST = 1024 * 1024;
    private static final int REDIRECTS = 3;
    private static final Set<String> TYPES = Set.of(Vocabulary.MEDIA_TYPE, Vocabulary.LD_MEDIA_TYPE);

    private final SafeFetcher fetcher;
    private final SignedRequests requests;
    private final OtherServers servers;
    private final LocalAddresses addresses;
    private final ActivityPubConfig config;

    RemoteDocuments(SafeFetcher fetcher, SignedRequests requests, OtherServers servers, LocalAddresses addresses,
            ActivityPubConfig config) {
        this.fetcher = fetcher;
        this.requests = requests;
        this.servers = servers;
        this.addresses = addresses;
        this.config = config;
    }

    sealed interface Answer {
        record Found(Document document) implements Answer {}

        /// It was there and is no more, or never was (404, 410).
        record Gone() implements Answer {}

        /// An answer, but not one to believe.
        record NotUsable(String reason) implements Answer {}

        /// No answer now; it may be worth trying later.
        record Unreachable(String reason) implements Answer {}
    }

    /// @param address with or without a fragment
    Answer get(String address) {
        String whole = withoutFragment(address);
        Optional<URI> uri = servers.address(whole);
        if (uri.isEmpty() || addresses.isLocal(whole)) {
            return new Answer.NotUsable("not an address of another server: " + address);
        }
        return switch (fetcher.fetch(signed(uri.get()))) {
            case FetchOutcome.Answered answered -> read(answered);
            case FetchOutcome.Refused(URI at, String reason) -> new Answer.NotUsable(at + ": " + reason);
            case FetchOutcome.Failed(URI at, String reason) -> new Answer.Unreachable(at + ": " + reason);
        };
    }

    /// A JSON answer that need not be ActivityStreams, as WebFinger's; nothing is signed.
    Optional<Document> plain(URI address, String mediaType) {
        FetchRequest request = FetchRequest.get(address)
            .with("Accept", mediaType + ", application/json")
            .within(limits());
        return fetcher.fetch(request) instanceof FetchOutcome.Answered answered && answered.ok()
                ? JsonReader.read(answered.body())
                : Optional.empty();
    }

    private FetchRequest signed(URI address) {
        String instance = addresses.actor(AppName.FEDERATION, LocalAddresses.INSTANCE_ACTOR);
        return requests.get(address, instance).with("Accept", Vocabulary.ACCEPT).within(limits());
    }

    private Answer read(FetchOutcome.Answered answered) {
        if (answered.status() == 404 || answered.status() == 410) {
            return new Answer.Gone();
        }
        if (answered.status() >= 500 || answered.status() == 429) {
            return new Answer.Unreachable(answered.address() + " answered " + answered.status());
        }
        if (!answered.ok() || !TYPES.contains(answered.mediaType()) || !isActivityStreams(answered)) {
            return new Answer.NotUsable(answered.address() + " did not answer with an ActivityStreams document");
        }
        String address = answered.address().toString();
        return JsonReader.read(answered.body())
            .filter(document -> servers.address(address).isPresent())
            .filter(document -> document.id().map(RemoteDocuments::withoutFragment).equals(Optional.of(address)))
            .<Answer>map(Answer.Found::new)
            .orElseGet(() -> new Answer.NotUsable(address + " holds a document that is not its own"));
    }

    /// ld+json may be anything; only this profile says it is ActivityStreams.
    private static boolean isActivityStreams(FetchOutcome.Answered answered) {
        return answered.mediaType().equals(Vocabulary.MEDIA_TYPE)
                || answered.header("content-type").orElse("").toLowerCase(Locale.ROOT).contains(Vocabulary.CONTEXT);
    }

    private FetchRequest.Limits limits() {
        return new FetchRequest.Limits(LARGEST, config.fetchTimeout(), REDIRECTS);
    }

    private static String withoutFragment(String address) {
        int fragment = address.indexOf('#');
        return fragment < 0 ? address : address.substring(0, fragment);
    }
}
