package coop.roseash.blog.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.blog.Imports;
import coop.roseash.contract.blog.Imports.Outcome;

/// Loads the demo's Ghost export on a first start, behind the running site (`DEMO_CONTENT` names its folder).
@ApplicationScoped
class DemoContent {
    private static final Logger LOG = Logger.getLogger(DemoContent.class);

    private final Imports imports;
    private final Optional<String> folder;

    DemoContent(Imports imports, @ConfigProperty(name = "demo.content") Optional<String> folder) {
        this.imports = imports;
        this.folder = folder;
    }

    void start(@Observes StartupEvent event) {
        folder.map(name -> Path.of(name, "blog"))
            .filter(Files::isDirectory)
            .ifPresent(blog -> Thread.ofVirtual().name("demo-content").start(() -> load(blog)));
    }

    private void load(Path blog) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            if (imports.isEmpty()) {
                LOG.info("Loading the demo's posts");
                report(imports.ghost(Files.readString(blog.resolve("ghost.json")), new FolderFiles(blog)));
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "The demo's posts could not be loaded from %s", blog);
        } finally {
            request.terminate();
        }
    }

    private static void report(Outcome outcome) {
        switch (outcome) {
            case Outcome.Imported done -> {
                LOG.infof("Loaded %d posts, %d pages and %d pictures", done.posts(), done.pages(), done.pictures());
                done.notes().forEach(LOG::warn);
            }
            case Outcome.Unreadable(String message) -> LOG.error(message);
        }
    }
}
