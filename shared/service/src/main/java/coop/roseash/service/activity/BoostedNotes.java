package coop.roseash.service.activity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import coop.roseash.model.activity.KnownActor;
import coop.roseash.service.activity.json.Document;

/// Reads a note that somebody boosted from its own server, where one of ours follows that somebody.
@ApplicationScoped
class BoostedNotes {
    private final RemoteDocuments documents;
    private final RemoteActors remoteActors;
    private final RemoteObjects remote;
    private final ObjectRepository objects;
    private final FollowRepository follows;

    BoostedNotes(RemoteDocuments documents, RemoteActors remoteActors, RemoteObjects remote, ObjectRepository objects,
            FollowRepository follows) {
        this.documents = documents;
        this.remoteActors = remoteActors;
        this.remote = remote;
        this.objects = objects;
        this.follows = follows;
    }

    /// Must not be called inside a transaction.
    void bring(String uri, KnownActor booster) {
        if (isWanted(uri, booster) && documents.get(uri) instanceof RemoteDocuments.Answer.Found(Document document)) {
            document.reference("attributedTo")
                .flatMap(remoteActors::resolve)
                .ifPresent(author -> keep(document, author));
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    boolean isWanted(String uri, KnownActor booster) {
        return objects.byUri(uri).isEmpty() && follows.hasLocalFollower(booster.id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void keep(Document document, KnownActor author) {
        boolean isPublic = Addressing.of(document).visibility(author.followers).isPublic();
        if (isPublic && remote.isAcceptable(document, author)
                && objects.byUri(document.id().orElse(null)).equals(Optional.empty())) {
            remote.keep(document, author);
        }
    }
}
