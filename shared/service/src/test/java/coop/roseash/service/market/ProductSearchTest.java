package coop.roseash.service.market;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.Categories;
import coop.roseash.contract.market.Diet;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Products;
import coop.roseash.contract.market.Products.DietCount;
import coop.roseash.contract.market.Products.Query;
import coop.roseash.contract.market.Products.Results;
import coop.roseash.contract.market.Size;
import coop.roseash.contract.market.SourceRules.ShelfName;
import coop.roseash.contract.market.Suppliers;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.stock.Stock.Cause;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.contract.trade.VatClass;
import coop.roseash.service.market.CatalogueWriter.Arrival;
import coop.roseash.service.market.extract.ShopItem;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ProductSearchTest {
    private static final PageRequest FIRST = new PageRequest(1, 2);
    private static final ShelfName BREAD = new ShelfName("Fresh food", "Bread and bakery");
    private static final ShelfName DAIRY = new ShelfName("Fresh food", "Dairy and eggs");

    @Inject
    Products products;
    @Inject
    Categories categories;
    @Inject
    Suppliers suppliers;
    @Inject
    CatalogueWriter writer;
    @Inject
    Stock stock;
    @Inject
    EntityManager database;
    @Inject
    SessionFactory sessions;

    @BeforeEach
    void fillTheShelves() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("""
                    TRUNCATE suppliers, product_categories, product_pictures, products, stock_items CASCADE""")
                .executeUpdate();
            long supplier = suppliers.keep("mill", "Mill", "", "").id();
            add(supplier, "B-1", "Seeded sourdough loaf", BREAD, List.of(Diet.VEGAN, Diet.ORGANIC), 3);
            add(supplier, "B-2", "White sourdough loaf", BREAD, List.of(Diet.VEGAN), 0);
            add(supplier, "B-3", "Brioche buns", BREAD, List.of(), 4);
            add(supplier, "D-1", "Crème fraîche", DAIRY, List.of(Diet.ORGANIC), 5);
        });
    }

    @Test
    void findsWordsInAnyFormAndByTheirBeginning() {
        assertEquals(List.of("Seeded sourdough loaf", "White sourdough loaf"), names("loaves sourd"));
        assertEquals(List.of("Crème fraîche"), names("creme"));
        assertEquals(List.of("Brioche buns"), names("B-3"));
        assertEquals(List.of("Crème fraîche"), names("dairy"));
    }

    @Test
    void forgivesATypingError() {
        Results results = search(query("sourdogh"), FIRST);
        assertTrue(results.guessed());
        assertEquals("Seeded sourdough loaf", results.page().items().getFirst().name());
        assertEquals(List.of("Brioche buns"), names("briosh"));
        assertEquals(List.of(), names("bicycle"));
    }

    @Test
    void survivesWordsThatMeanSomethingToTheDatabase() {
        assertEquals(List.of(), names("' & | ! <-> :*"));
        assertEquals(List.of("Brioche buns"), names("brioche & !(buns)"));
    }

    @Test
    void showsSoldOutLastAndCountsWhatAChoiceWouldLeave() {
        Results all = search(new Query("", "bread-and-bakery", null, Set.of(), false, false), FIRST);
        assertEquals(3, all.total());
        assertEquals(2, all.inStock());
        assertEquals(List.of("Brioche buns", "Seeded sourdough loaf"), names(all));
        assertTrue(all.page().hasNext());
        assertEquals(List.of(new DietCount(Diet.VEGAN, 2, false), new DietCount(Diet.ORGANIC, 1, false)),
                all.diets().stream().filter(count -> count.diet() != Diet.VEGETARIAN).toList());
        Results vegan = search(new Query("", "fresh-food", null, Set.of(Diet.VEGAN), true, false), FIRST);
        assertEquals(List.of("Seeded sourdough loaf"), names(vegan));
    }

    @Test
    void asksTheDatabaseTheSameFewTimesHoweverManyMatch() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        search(Query.ALL, new PageRequest(1, 50));
        assertTrue(statistics.getPrepareStatementCount() <= 4,
                () -> "statements: " + statistics.getPrepareStatementCount());
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void findsAProductByIdSkuOrSlugAndTellsAllOfIt() {
        ProductSummary loaf = products.summary("seeded-sourdough-loaf").orElseThrow();
        assertEquals(loaf, products.summary("B-1").orElseThrow());
        assertEquals(loaf, products.summary(String.valueOf(loaf.id())).orElseThrow());
        assertEquals(List.of(Allergen.GLUTEN), products.byVariant(loaf.id()).orElseThrow().allergens());
        assertTrue(loaf.picture().drawn());
        assertEquals("Fresh food", categories.departments().getFirst().category().name());
        assertEquals(List.of(3, 1),
                categories.departments().getFirst().shelves().stream().map(each -> each.products()).toList());
    }

    @Test
    void hidesWhatIsArchivedExceptFromTheShopkeeper() {
        long product = products.bySlug("brioche-buns").orElseThrow().id();
        QuarkusTransaction.requiringNew().run(() -> writer.archive(product, true));
        assertEquals(List.of(), names("brioche"));
        assertTrue(products.bySlug("brioche-buns").orElseThrow().archived());
        Results all = search(new Query("brioche", null, null, Set.of(), false, true), FIRST);
        assertFalse(all.page().items().getFirst().buyable());
    }

    private void add(long supplier, String code, String name, ShelfName shelf, List<Diet> diets, int count) {
        ShopItem item = new ShopItem(code, null, name, "Mill", new Size("800 g", Size.Unit.GRAM, 800),
                new ShopItem.Price(380, "GBP", VatClass.ZERO), shelf, new ShopItem.Text("", "", ""), diets,
                List.of(Allergen.GLUTEN), "", null);
        long variant = writer.add(item, new Arrival(supplier, "http://shop.example/" + code, null, "test"));
        stock.count(Sellable.product(variant), count, new Cause("test", code + variant));
    }

    private static Query query(String text) {
        return new Query(text, null, null, Set.of(), false, false);
    }

    private List<String> names(String text) {
        return names(search(query(text), new PageRequest(1, 50)));
    }

    private static List<String> names(Results results) {
        return results.page().items().stream().map(ProductSummary::name).toList();
    }

    private Results search(Query query, PageRequest request) {
        return products.search(query, request);
    }
}
