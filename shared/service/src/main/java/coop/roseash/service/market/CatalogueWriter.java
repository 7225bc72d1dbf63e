package coop.roseash.service.market;

import java.time.Clock;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.market.Allergen;
import coop.roseash.contract.market.Diet;
import coop.roseash.contract.money.Money;
import coop.roseash.model.market.Product;
import coop.roseash.model.market.ProductVariant;
import coop.roseash.service.market.extract.ShopItem;

/// Writes a supplier's items into the market, in the caller's transaction.
@ApplicationScoped
public class CatalogueWriter {
    private final EntityManager entities;
    private final ShelfKeeper shelves;
    private final PriceKeeper prices;
    private final Clock clock;

    CatalogueWriter(EntityManager entities, ShelfKeeper shelves, PriceKeeper prices, Clock clock) {
        this.entities = entities;
        this.shelves = shelves;
        this.prices = prices;
        this.clock = clock;
    }

    /// What an item comes with besides itself.
    ///
    /// @param cause why prices change, for people
    public record Arrival(long supplierId, String page, @Nullable String pictureHash, String cause) {}

    /// Adds a variant, to the product of the same name on the same page where there is one.
    ///
    /// @return the variant's id
    public long add(ShopItem item, Arrival arrival) {
        Product product = sibling(item, arrival);
        if (product == null) {
            product = new Product();
            product.slug = freeSlug(item.name());
            product.supplierId = arrival.supplierId();
            product.createdAt = clock.instant();
            describe(product, item, arrival.pictureHash());
            entities.persist(product);
        }
        ProductVariant variant = new ProductVariant();
        variant.productId = product.id;
        variant.supplierId = arrival.supplierId();
        variant.sku = freeSku(item.code(), arrival.supplierId());
        variant.priceMinor = item.price().minor();
        label(variant, item, arrival.page());
        entities.persist(variant);
        prices.write(variant.id, null, money(item), arrival.cause());
        return variant.id;
    }

    /// Makes a known variant and its product what the item says, and puts it on sale where it was archived.
    public void change(KnownItem known, ShopItem item, Arrival arrival) {
        Product product = entities.find(Product.class, known.productId());
        ProductVariant variant = entities.find(ProductVariant.class, known.variantId());
        describe(product, item, arrival.pictureHash());
        product.archivedAt = null;
        Money old = Money.of(variant.priceMinor, variant.currency);
        variant.priceMinor = item.price().minor();
        label(variant, item, arrival.page());
        if (!old.equals(money(item))) {
            prices.write(variant.id, old, money(item), arrival.cause());
        }
    }

    public void archive(long productId, boolean archived) {
        Product product = entities.find(Product.class, productId);
        product.archivedAt = archived ? clock.instant() : null;
        product.updatedAt = clock.instant();
    }

    private void describe(Product product, ShopItem item, @Nullable String pictureHash) {
        product.categoryId = shelves.keep(item.shelf());
        product.name = item.name();
        product.brand = item.brand();
        product.description = item.text().description();
        product.ingredients = item.text().ingredients();
        product.origin = item.text().origin();
        product.dietary = item.diets().stream().map(Diet::name).toList();
        product.allergens = item.allergens().stream().map(Allergen::name).toList();
        product.pictureHash = pictureHash;
        product.foldedName = Words.fold(item.name());
        product.words = Words.fold(words(item));
        product.updatedAt = clock.instant();
    }

    private static String words(ShopItem item) {
        String diets = item.diets().stream().map(Diet::label).collect(Collectors.joining(" "));
        return String.join(
                " ",
                item.code(),
                item.brand(),
                item.shelf().shelf(),
                item.shelf().department(),
                diets,
                item.text().origin(),
                item.text().description());
    }

    private static void label(ProductVariant variant, ShopItem item, String page) {
        variant.supplierCode = item.code();
        variant.supplierPage = page;
        variant.gtin = item.gtin();
        variant.size = item.size().label();
        variant.unit = item.size().unit().name();
        variant.amount = item.size().amount();
        variant.currency = item.price().currency();
        variant.vatClass = item.price().vat().name();
    }

    private @Nullable Product sibling(ShopItem item, Arrival arrival) {
        return entities.createQuery("""
                select p from Product p join ProductVariant v on v.productId = p.id
                where v.supplierId = :supplier and v.supplierPage = :page and p.name = :name""", Product.class)
            .setParameter("supplier", arrival.supplierId())
            .setParameter("page", arrival.page())
            .setParameter("name", item.name())
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElse(null);
    }

    private String freeSlug(String name) {
        String slug = Words.slug(name);
        for (int number = 2; taken("select count(*) from Product where slug = :key", slug); number++) {
            slug = Words.slug(name) + "-" + number;
        }
        return slug;
    }

    /// The supplier's own code where no other supplier uses the same.
    private String freeSku(String code, long supplierId) {
        String sku = code;
        for (int number = 1; taken("select count(*) from ProductVariant where sku = :key", sku); number++) {
            sku = code + "-" + supplierId + (number == 1 ? "" : "-" + number);
        }
        return sku;
    }

    private boolean taken(String query, String key) {
        return entities.createQuery(query, Long.class).setParameter("key", key).getSingleResult() > 0;
    }

    private static Money money(ShopItem item) {
        return Money.of(item.price().minor(), item.price().currency());
    }
}
