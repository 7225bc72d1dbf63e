package coop.roseash.account.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.newsletter.Newsletters;
import coop.roseash.contract.newsletter.Newsletters.OpenOutcome;
import coop.roseash.contract.newsletter.Subscriptions;

/// Opens the demo's newsletters with their readers on the first start, where `DEMO_CONTENT` names its folder.
@ApplicationScoped
class DemoNewsletters {
    private static final Logger LOG = Logger.getLogger(DemoNewsletters.class);
    private static final TypeReference<List<Letter>> LETTERS = new TypeReference<>() {
    };

    private final Newsletters newsletters;
    private final Subscriptions subscriptions;
    private final ObjectMapper json;
    private final Optional<String> folder;

    /// One newsletter in `newsletters.json`.
    record Letter(String slug, String name, String description, List<String> readers) {}

    DemoNewsletters(Newsletters newsletters, Subscriptions subscriptions, ObjectMapper json,
            @ConfigProperty(name = "demo.content") Optional<String> folder) {
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
        this.json = json;
        this.folder = folder;
    }

    void start(@Observes StartupEvent event) {
        folder.map(path -> Path.of(path, "account", "newsletters.json"))
            .filter(Files::isReadable)
            .ifPresent(file -> Thread.ofVirtual().name("demo-newsletters").start(() -> load(file)));
    }

    void load(Path file) {
        try {
            if (!newsletters.all().isEmpty()) {
                return;
            }
            int readers = 0;
            for (Letter letter : json.readValue(file.toFile(), LETTERS)) {
                readers += open(letter);
            }
            LOG.infof("Loaded the demo's newsletters with %d readers", readers);
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo's newsletters could not be loaded", e);
        }
    }

    private int open(Letter letter) {
        return switch (newsletters.open(letter.slug, letter.name, letter.description)) {
            case OpenOutcome.Opened ignored -> subscriptions.enrol(letter.slug, letter.readers);
            case OpenOutcome.Invalid(String field, String message) ->
                throw new IllegalArgumentException(letter.slug + ": " + field + ": " + message);
        };
    }
}
