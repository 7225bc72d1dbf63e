package coop.roseash.infrastructure.activitypub;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.activity.Documents;
import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// Gives the document instead of the page at a page's own address to whoever asks for ActivityStreams there, so that a
/// post's address pasted into another server's search is found; and sends `/@name` to the profile page.
@ApplicationScoped
class PageNegotiation {
    private static final int BEFORE_ALL_PAGES = -1_000;

    private final Documents documents;
    private final Addresses addresses;

    PageNegotiation(Documents documents, Addresses addresses) {
        this.documents = documents;
        this.addresses = addresses;
    }

    void route(@Observes Router router) {
        router.get().order(BEFORE_ALL_PAGES).handler(this::negotiate);
    }

    private void negotiate(RoutingContext context) {
        String path = decoded(context.normalizedPath());
        if (path.startsWith("/ap/") || path.startsWith("/static/") || path.startsWith("/q/")
                || path.startsWith("/.well-known/") || path.startsWith("/internal/")) {
            context.next();
            return;
        }
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (Negotiation.wantsDocument(context.request().getHeader(HttpHeaders.ACCEPT))) {
            answer(context, () -> document(path));
        } else if (path.startsWith("/@") && addresses.self() != AppName.FEDERATION) {
            answer(context, () -> documents.actorPage(path.substring(2)).map(Answer.Elsewhere::new));
        } else {
            context.next();
        }
    }

    private static String decoded(String path) {
        try {
            return URI.create(path).getPath();
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    private sealed interface Answer {
        record Json(String json) implements Answer {}

        record Elsewhere(URI page) implements Answer {}
    }

    private Optional<? extends Answer> document(String path) {
        if (path.startsWith("/@")) {
            return documents.actor(path.substring(2)).map(Answer.Json::new);
        }
        return documents.objectOf(addresses.origin(addresses.self()) + path)
            .map(found -> new Answer.Json(found.json()));
    }

    private static void answer(RoutingContext context, Callable<Optional<? extends Answer>> find) {
        context.vertx().executeBlocking(find, false).onFailure(context::fail).onSuccess(found -> {
            if (found.isEmpty()) {
                context.next();
                return;
            }
            switch (found.get()) {
                case Answer.Json(String json) -> context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, Negotiation.ACTIVITY_JSON + ";charset=utf-8")
                    .end(json);
                case Answer.Elsewhere(URI page) -> context.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, page.toString())
                    .end();
            }
        });
    }
}
