package coop.roseash.contract.activity;

import java.net.URI;
import java.util.Optional;

/// What this app's host serves to other servers, as JSON text; empty where there is nothing public.
public interface Documents {
    /// @param resource `acct:blog@blog.rose-ash.com` or an address of an actor's (RFC 7033)
    Optional<String> webFinger(String resource);

    /// Where WebFinger is found (RFC 6415), as XML.
    String hostMeta();

    String nodeInfo();

    /// @param name a handle on this app's host
    Optional<String> actor(String name);

    Optional<URI> actorPage(String name);

    Optional<Found> object(long id);

    /// The document of an object by the address of its HTML page.
    Optional<Found> objectOf(String page);

    Optional<String> activity(long id);

    /// @param page 0 for the collection itself, else its page
    Optional<String> collection(String actorName, Collection collection, int page);

    /// The public replies to an object of ours.
    Optional<String> replies(long id, int page);

    enum Collection {
        OUTBOX, FOLLOWERS, FOLLOWING
    }

    /// @param gone it was deleted: the document is its Tombstone
    record Found(String json, URI page, boolean gone) {}
}
