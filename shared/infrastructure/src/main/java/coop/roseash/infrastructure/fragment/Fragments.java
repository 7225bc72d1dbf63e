package coop.roseash.infrastructure.fragment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.infrastructure.fragment.FragmentMeters.Source;
import coop.roseash.infrastructure.fragment.SharedCache.Found;

/// The client of all lenders: gets what a page wants at once, from the nearest place that has it, and never lets a
/// lender hold up or break the page.
@ApplicationScoped
class Fragments {
    private final NearCache near;
    private final SharedCache shared;
    private final Fetches fetches;
    private final FragmentMeters meters;
    private final FragmentConfig config;
    private final Clock clock;

    Fragments(NearCache near, SharedCache shared, Fetches fetches, FragmentMeters meters, FragmentConfig config,
            Clock clock) {
        this.near = near;
        this.shared = shared;
        this.fetches = fetches;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    /// The HTML of each copy; empty where there is none.
    Map<Copy, String> get(Collection<Copy> wanted) {
        Map<Copy, String> html = new HashMap<>();
        List<Copy> missing = wanted.stream().filter(copy -> !isNear(copy, html)).toList();
        long changes = near.changes();
        Map<Copy, Found> kept = shared.read(missing);
        Map<Copy, CompletableFuture<String>> asked = new LinkedHashMap<>();
        Instant now = clock.instant();
        for (Copy copy : missing) {
            Found found = kept.getOrDefault(copy, Found.NOTHING);
            Optional<Stored> current = found.current(now);
            if (current.isPresent()) {
                near.put(copy, current.get(), changes);
                serve(copy, current.get().html(), Source.SHARED, html);
            } else {
                asked.put(copy, fetches.ask(copy, found.generation()));
            }
        }
        await(asked, kept, html);
        return html;
    }

    private boolean isNear(Copy copy, Map<Copy, String> html) {
        Optional<Stored> kept = near.get(copy);
        kept.ifPresent(stored -> serve(copy, stored.html(), Source.NEAR, html));
        return kept.isPresent();
    }

    private void await(Map<Copy, CompletableFuture<String>> asked, Map<Copy, Found> kept, Map<Copy, String> html) {
        long deadline = System.nanoTime() + config.deadline().toNanos();
        asked.forEach((copy, answer) -> {
            try {
                long left = Math.max(0, deadline - System.nanoTime());
                serve(copy, answer.get(left, TimeUnit.NANOSECONDS), Source.LENDER, html);
            } catch (ExecutionException e) {
                fallBack(copy, kept, html, e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                fallBack(copy, kept, html, new LenderFailure("no answer in time"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fallBack(copy, kept, html, e);
            }
        });
    }

    private void fallBack(Copy copy, Map<Copy, Found> kept, Map<Copy, String> html, Throwable failure) {
        meters.failed(copy.request(), failure);
        Optional<Stored> stale = kept.getOrDefault(copy, Found.NOTHING).stored();
        serve(copy, stale.map(Stored::html).orElse(""), stale.isPresent() ? Source.STALE : Source.NONE, html);
    }

    private void serve(Copy copy, String content, Source source, Map<Copy, String> html) {
        meters.count(copy.request(), source);
        html.put(copy, content);
    }
}
