package coop.roseash.service.market.scrape;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.Prices;
import coop.roseash.contract.market.ProductField;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Scrapes;
import coop.roseash.contract.market.Scrapes.Counts;
import coop.roseash.contract.market.Scrapes.DecideOutcome;
import coop.roseash.contract.market.Scrapes.Item;
import coop.roseash.contract.market.Scrapes.ItemChange;
import coop.roseash.contract.market.Scrapes.Run;
import coop.roseash.contract.market.Scrapes.Source;
import coop.roseash.contract.market.Scrapes.StartOutcome;
import coop.roseash.contract.market.Scrapes.State;
import coop.roseash.contract.market.SourceRules;
import coop.roseash.contract.market.SourceRules.Budget;
import coop.roseash.contract.market.SourceRules.ShelfName;
import coop.roseash.contract.market.Suppliers;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.trade.Offers;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.contract.trade.VatClass;
import coop.roseash.testing.EmbeddedServices;

import static coop.roseash.service.market.scrape.FixtureShop.jsonLd;
import static coop.roseash.service.market.scrape.FixtureShop.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(FixtureShop.class)
class ScrapesTest {
    private static final PageRequest FIRST = new PageRequest(1, 50);

    @Inject
    Scrapes scrapes;
    @Inject
    Suppliers suppliers;
    @Inject
    Products products;
    @Inject
    Prices prices;
    @Inject
    @Any
    Instance<Offers> offers;
    @Inject
    EntityManager database;

    private Source source;

    @BeforeEach
    void openShop() {
        QuarkusTransaction.requiringNew()
            .run(() -> database.createNativeQuery("""
                    TRUNCATE suppliers, product_categories, product_pictures, products, stock_items CASCADE""")
                .executeUpdate());
        FixtureShop.clear();
        FixtureShop.PAGES.put("/loaf.png", FixtureShop.picture(900, 600));
        page("/robots.txt", "User-agent: RoseAshMarket\nDisallow: /secret/\n");
        page("/", "<a href='/list'>Bread</a>");
        page("/list",
                "<a href='/p/loaf'>Loaf</a> <a href='/p/bun#top'>Bun</a> <a href='http://elsewhere.example/p/x'>x</a>");
        jsonLd("/p/loaf", "Seeded sourdough loaf", "BREAD-001", "3.80");
        jsonLd("/p/bun", "Currant bun", "BREAD-002", "1.20");
        long supplier = suppliers.keep("mill", "Mill", FixtureShop.base.toString(), "").id();
        source = scrapes.define("mill", "Mill", supplier, rules(100));
    }

    @Test
    void reportsWhatIsNewWithProvenanceAndChangesNothingYet() {
        Run run = run();
        assertEquals(new Counts(2, 0, 0, 0, 0), run.counts());
        Item loaf = scrapes.items(run.id(), ItemChange.NEW, FIRST).items().getFirst();
        assertEquals("BREAD-001", loaf.code());
        assertTrue(loaf.differences()
            .contains(new Scrapes.Difference(ProductField.PRICE, "", "£3.80", "json-ld offers.price")));
        assertTrue(products.summary("BREAD-001").isEmpty());
        assertEquals(State.READY, run.state());
    }

    @Test
    void appliesInOneStepWithStockPictureAndHistory() {
        approve(run());
        ProductSummary loaf = products.summary("BREAD-001").orElseThrow();
        assertEquals(Money.of(380, "GBP"), loaf.price());
        assertEquals("£4.75/kg", loaf.unitPrice().toString());
        assertEquals(7, loaf.availability().left());
        assertEquals(List.of(Diet.VEGAN, Diet.VEGETARIAN), loaf.diets());
        assertEquals(900, loaf.picture().width());
        assertEquals("Mill, run", prices.history(loaf.id(), 5).getFirst().cause().replaceFirst(" \\d+$", ""));
        // Other tests of this module bring offers of their own.
        assertEquals(
                List.of(VatClass.ZERO),
                offers.stream()
                    .filter(each -> each.kind() == Sellable.Kind.PRODUCT)
                    .map(each -> each.byIds(Set.of(loaf.id())).get(loaf.id()))
                    .filter(java.util.Objects::nonNull)
                    .map(coop.roseash.contract.trade.Offer::vat)
                    .toList());
    }

    @Test
    void changesPricesArchivesWhatIsGoneAndTakesItBack() {
        approve(run());
        jsonLd("/p/loaf", "Seeded sourdough loaf", "BREAD-001", "4.10");
        FixtureShop.PAGES.remove("/p/bun");
        page("/list", "<a href='/p/loaf'>Loaf</a>");
        Run second = run();
        assertEquals(new Counts(0, 1, 0, 1, 0), second.counts());
        approve(second);
        ProductSummary loaf = products.summary("BREAD-001").orElseThrow();
        assertEquals(Money.of(410, "GBP"), loaf.price());
        assertTrue(products.summary("BREAD-002").orElseThrow().archived());
        assertEquals(List.of(410L, 380L),
                prices.history(loaf.id(), 5).stream().map(change -> change.price().minor()).toList());
        assertInstanceOf(DecideOutcome.Done.class, scrapes.rollBack(second.id(), null));
        assertEquals(Money.of(380, "GBP"), products.summary("BREAD-001").orElseThrow().price());
        assertFalse(products.summary("BREAD-002").orElseThrow().archived());
    }

    @Test
    void takesBackOnlyTheLatestAppliedRun() {
        Run first = run();
        approve(first);
        jsonLd("/p/loaf", "Seeded sourdough loaf", "BREAD-001", "4.10");
        approve(run());
        assertInstanceOf(DecideOutcome.WrongState.class, scrapes.rollBack(first.id(), null));
    }

    @Test
    void asksAgainOnlyForWhatChanged() {
        approve(run());
        FixtureShop.ASKED.clear();
        assertEquals(new Counts(0, 0, 2, 0, 0), run().counts());
        assertTrue(FixtureShop.ASKED.containsAll(List.of("/p/loaf 304", "/p/bun 304", "/loaf.png 304")));
    }

    @Test
    void reportsAPageItCannotReadAndDoesNotCallItsProductGone() {
        approve(run());
        jsonLd("/p/loaf", "Seeded sourdough loaf", "BREAD-001", "3 for £5");
        FixtureShop.STATUSES.put("/p/bun", 500);
        Run second = run();
        assertEquals(new Counts(0, 0, 0, 0, 2), second.counts());
        assertEquals(List.of("'3 for £5' is not a price", "it answered 500"),
                scrapes.items(second.id(), ItemChange.ERROR, FIRST).items().stream().map(Item::problem).toList());
    }

    @Test
    void obeysRobotsTxt() {
        page("/list", "<a href='/p/loaf'>Loaf</a> <a href='/secret/p/cake'>Cake</a>");
        jsonLd("/secret/p/cake", "Cake", "C-1", "9.00");
        assertEquals(new Counts(1, 0, 0, 0, 1), run().counts());
        assertFalse(FixtureShop.ASKED.contains("/secret/p/cake"));
    }

    @Test
    void stopsWhereTheShopRefusesRobots() {
        FixtureShop.STATUSES.put("/robots.txt", 403);
        Run run = run();
        assertEquals(State.FAILED, run.state());
        assertEquals(List.of("/robots.txt"), FixtureShop.ASKED);
    }

    @Test
    void failsOverTheBudgetSoThatNothingLooksGone() {
        approve(run());
        source = scrapes.define("mill", "Mill", source.supplier().id(), rules(3));
        assertEquals(2, source.version());
        assertEquals(State.FAILED, run().state());
    }

    @Test
    void keepsOneOpenRunPerSource() {
        Run run = run();
        assertEquals(new StartOutcome.AlreadyOpen(run.id()), scrapes.start(source.id(), null));
        assertInstanceOf(DecideOutcome.Done.class, scrapes.reject(run.id(), null));
        assertInstanceOf(DecideOutcome.WrongState.class, scrapes.approve(run.id(), null));
        assertInstanceOf(StartOutcome.Started.class, scrapes.start(source.id(), null));
    }

    @Test
    void putsTheVariantsOfOnePageIntoOneProduct() {
        page("/p/loaf", """
                <script type="application/ld+json">{"@type":"ProductGroup","name":"Honey","category":"Bread",
                "additionalProperty":[{"name":"VAT","value":"0%"}],
                "hasVariant":[{"@type":"Product","sku":"H-1","size":"227 g","offers":{"price":"4.50"}},
                              {"@type":"Product","sku":"H-2","size":"454 g","offers":{"price":"8.00"}}]}</script>""");
        approve(run());
        assertEquals(List.of("H-1", "H-2"),
                products.bySlug("honey").orElseThrow().variants().stream().map(variant -> variant.sku()).toList());
    }

    private Run run() {
        long id = assertInstanceOf(StartOutcome.Started.class, scrapes.start(source.id(), null)).runId();
        assertTrue(scrapes.work());
        return scrapes.run(id).orElseThrow();
    }

    private void approve(Run run) {
        assertInstanceOf(DecideOutcome.Done.class, scrapes.approve(run.id(), null));
    }

    private static SourceRules rules(int pages) {
        URI base = FixtureShop.base;
        return new SourceRules(base, List.of("/"), true, List.of("/list"), List.of("(/secret)?/p/.*"), List.of(),
                Map.of(), Duration.ZERO, new Budget(pages, Duration.ofMinutes(1)), Map.of("0%", VatClass.ZERO),
                Map.of("bread", new ShelfName("Fresh food", "Bread and bakery")), "GBP", 10);
    }
}
