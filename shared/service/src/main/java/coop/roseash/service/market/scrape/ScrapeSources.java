package coop.roseash.service.market.scrape;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import coop.roseash.contract.market.Scrapes.Source;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.market.Supplier;
import coop.roseash.model.market.ScrapeSource;
import coop.roseash.model.market.ScrapeSourceVersion;
import coop.roseash.service.market.extract.PageReader;

/// Keeps the sources and every version of their rules, in the caller's transaction.
@ApplicationScoped
class ScrapeSources implements PanacheRepository<ScrapeSource> {
    private final Json json;
    private final Clock clock;

    ScrapeSources(Json json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    List<Source> all() {
        return find("order by name").stream().map(this::source).toList();
    }

    Optional<Source> byId(long id) {
        return findByIdOptional(id).map(this::source);
    }

    /// @throws IllegalArgumentException when a rule cannot be understood
    Source define(String slug, String name, long supplierId, SourceRules rules) {
        check(rules);
        String text = json.write(rules);
        ScrapeSource source = find("slug", slug).firstResult();
        if (source == null) {
            source = new ScrapeSource();
            source.slug = slug;
            source.name = name;
            source.supplierId = supplierId;
            source.version = 1;
            persist(source);
            persistVersion(source, text);
        } else if (!json.read(version(source).rules, SourceRules.class).equals(rules)) {
            source.version++;
            persistVersion(source, text);
        }
        return source(source);
    }

    SourceRules rules(long sourceId, int version) {
        ScrapeSourceVersion row = getEntityManager()
            .find(ScrapeSourceVersion.class, new ScrapeSourceVersion.Key(sourceId, version));
        return json.read(row.rules, SourceRules.class);
    }

    private static void check(SourceRules rules) {
        PageReader.checkSelectors(rules.selectors());
        Stream.of(rules.products(), rules.follow(), rules.deny()).flatMap(List::stream).forEach(Pattern::compile);
        if (rules.budget().pages() < 1 || !rules.budget().time().isPositive() || rules.initialStock() < 0) {
            throw new IllegalArgumentException("A source's budget and stock must be positive");
        }
    }

    private void persistVersion(ScrapeSource source, String rules) {
        ScrapeSourceVersion version = new ScrapeSourceVersion();
        version.sourceId = source.id;
        version.version = source.version;
        version.rules = rules;
        version.createdAt = clock.instant();
        getEntityManager().persist(version);
    }

    private ScrapeSourceVersion version(ScrapeSource source) {
        return getEntityManager()
            .find(ScrapeSourceVersion.class, new ScrapeSourceVersion.Key(source.id, source.version));
    }

    private Source source(ScrapeSource source) {
        var supplier = getEntityManager().find(coop.roseash.model.market.Supplier.class, source.supplierId);
        return new Source(source.id, source.slug, source.name, source.version,
                new Supplier(supplier.id, supplier.slug, supplier.name, supplier.website, supplier.about),
                json.read(version(source).rules, SourceRules.class));
    }
}
