package coop.roseash.service.market.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import coop.roseash.contract.market.ProductField;

import static coop.roseash.service.market.extract.SchemaProduct.first;
import static coop.roseash.service.market.extract.SchemaProduct.list;
import static coop.roseash.service.market.extract.SchemaProduct.tail;
import static coop.roseash.service.market.extract.SchemaProduct.text;

/// Understands schema.org's Offer, AggregateOffer and PriceSpecification; offers that disagree give no price.
final class SchemaOffer {
    private final String via;
    private final UnaryOperator<JsonNode> resolve;

    SchemaOffer(String via, UnaryOperator<JsonNode> resolve) {
        this.via = via;
        this.resolve = resolve;
    }

    void read(JsonNode product, Fields fields) {
        List<JsonNode> offers = list(product.path("offers")).stream().map(resolve).toList();
        List<JsonNode> nested = offers.stream()
            .flatMap(offer -> list(offer.path("offers")).stream())
            .map(resolve)
            .toList();
        List<JsonNode> single = nested.isEmpty() ? offers : nested;
        readPrice(single, fields);
        if (fields.get(ProductField.PRICE).isEmpty()) {
            offers.forEach(offer -> readAggregate(offer, fields));
        }
        for (JsonNode offer : single) {
            fields.add(ProductField.CODE, text(first(offer.path("sku"))), via + " offers.sku");
            fields.add(
                    ProductField.AVAILABILITY,
                    tail(text(first(offer.path("availability")))),
                    via + " offers.availability");
            fields.add(
                    ProductField.QUANTITY,
                    text(first(offer.path("inventoryLevel")), "value"),
                    via + " offers.inventoryLevel");
        }
    }

    private void readPrice(List<JsonNode> offers, Fields fields) {
        Set<String> prices = offers.stream()
            .map(SchemaOffer::price)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
        if (prices.size() == 1) {
            fields.add(ProductField.PRICE, prices.iterator().next(), via + " offers.price");
        }
        offers.forEach(offer -> {
            fields.add(ProductField.CURRENCY, text(first(offer.path("priceCurrency"))), via + " offers.priceCurrency");
            specification(offer).ifPresent(
                    price -> fields.add(
                            ProductField.CURRENCY,
                            text(first(price.path("priceCurrency"))),
                            via + " offers.priceSpecification"));
        });
    }

    private void readAggregate(JsonNode offer, Fields fields) {
        String low = text(first(offer.path("lowPrice")));
        String high = text(first(offer.path("highPrice")));
        if (!low.isEmpty() && (high.isEmpty() || low.equals(high))) {
            fields.add(ProductField.PRICE, low, via + " offers.lowPrice");
            fields.add(ProductField.CURRENCY, text(first(offer.path("priceCurrency"))), via + " offers.priceCurrency");
        }
    }

    private static Optional<String> price(JsonNode offer) {
        String own = text(first(offer.path("price")));
        return own.isEmpty()
                ? specification(offer).map(each -> text(first(each.path("price")))).filter(price -> !price.isEmpty())
                : Optional.of(own);
    }

    /// The one that is the price of the thing itself: not per kilogram, not a struck-out list price.
    private static Optional<JsonNode> specification(JsonNode offer) {
        return list(offer.path("priceSpecification")).stream()
            .filter(each -> !each.has("referenceQuantity") && !each.has("priceType"))
            .findFirst();
    }
}
