package coop.roseash.market.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Scrapes;
import coop.roseash.contract.market.Scrapes.Run;
import coop.roseash.contract.market.Scrapes.Source;
import coop.roseash.contract.market.Scrapes.StartOutcome;
import coop.roseash.contract.market.Scrapes.State;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.market.Suppliers;

/// Fills an empty market by the same door that every supplier's goods come through: the scraper.
@ApplicationScoped
class DemoShop {
    private static final Logger LOG = Logger.getLogger(DemoShop.class);
    private static final int TRIES = 10;
    private static final String SLUG = "sallowfield-wholefoods";
    private static final String NAME = "Sallowfield Wholefoods";
    private static final String ABOUT = "A workers' co-op that has delivered good food to shops in the south-west"
            + " since 1983. Eleven people, three vans, and a warehouse that smells of spices.";

    private final DemoConfig config;
    private final Products products;
    private final Suppliers suppliers;
    private final Scrapes scrapes;
    private final ObjectMapper json;

    DemoShop(DemoConfig config, Products products, Suppliers suppliers, Scrapes scrapes, ObjectMapper json) {
        this.config = config;
        this.products = products;
        this.suppliers = suppliers;
        this.scrapes = scrapes;
        this.json = json;
    }

    void open(@Observes StartupEvent start) {
        Optional<Path> content = config.content();
        Optional<URI> shop = config.supplier();
        if (content.isPresent() && shop.isPresent()) {
            Thread.ofVirtual().name("demo-shop").start(() -> fill(content.get(), shop.get()));
        }
    }

    private void fill(Path content, URI shop) {
        try {
            if (!products.addresses().isEmpty()) {
                return;
            }
            Source source = source(content, shop);
            for (int attempt = 1; attempt <= TRIES && !filled(source); attempt++) {
                Thread.sleep(config.supplierRetry());
            }
        } catch (IOException | RuntimeException broken) {
            LOG.error("The demo market could not be filled", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Source source(Path content, URI shop) throws IOException {
        SourceRules rules = json
            .readValue(Files.readString(content.resolve("supplier/source.json")), SourceRules.class)
            .at(URI.create(shop + "/").normalize());
        long supplier = suppliers.keep(SLUG, NAME, shop.toString(), ABOUT).id();
        return scrapes.define(SLUG, NAME, supplier, rules);
    }

    /// Starts a run, or finds the one a stopped process left, waits for its report and approves it.
    private boolean filled(Source source) throws InterruptedException {
        long id = switch (scrapes.start(source.id(), null)) {
            case StartOutcome.Started(long runId) -> runId;
            case StartOutcome.AlreadyOpen(long runId) -> runId;
            case StartOutcome.UnknownSource() -> throw new IllegalStateException("The source was just defined");
        };
        LOG.infof("Reading the demo supplier's shop at %s", source.rules().base());
        Run run = scrapes.run(id).orElseThrow();
        for (int said = 0; run.state().underWay(); run = scrapes.run(id).orElseThrow()) {
            Thread.sleep(200);
            if (run.progress().pagesDone() >= said + 30) {
                said = run.progress().pagesDone();
                LOG.infof("Read %d of %d pages", said, run.progress().pagesKnown());
            }
        }
        if (run.state() != State.READY) {
            LOG.warnf("The demo supplier's shop could not be read: %s", run.message());
            return false;
        }
        scrapes.approve(id, null);
        LOG.infof("The demo market has %d products; %d pages had errors", run.counts().fresh(), run.counts().errors());
        return true;
    }
}
