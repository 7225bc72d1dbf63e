package coop.roseash.infrastructure.fragment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.app.SiteSettings;

/// Asks for the frame's fragments once after the start, so that the first visitor finds warm lenders: a page waits
/// less long for a fragment than a fresh process takes for its first answer. Past the breakers, since a lender that
/// has not started yet is not ill.
@ApplicationScoped
class WarmUp {
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LenderClient client;
    private final String locale;
    private @Nullable Thread thread;

    WarmUp(LenderClient client, SiteSettings site) {
        this.client = client;
        this.locale = site.locale().toLanguageTag();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("fragment-warm-up").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        List<FragmentRequest> frame = Stream.of("nav", "auth-menu", "cart-mini")
            .map(FragmentRequest::of)
            .toList();
        try {
            for (int i = 0; i < TRIES && !frame.isEmpty(); i++) {
                Thread.sleep(PAUSE);
                frame = missing(frame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<FragmentRequest> missing(List<FragmentRequest> frame) throws InterruptedException {
        List<FragmentRequest> missing = new ArrayList<>();
        for (FragmentRequest request : frame) {
            try {
                client.fetch(request, LentTo.everybody(locale));
            } catch (LenderFailure e) {
                missing.add(request);
            }
        }
        return missing;
    }
}
