package coop.roseash.market.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import coop.roseash.contract.market.Product;
import coop.roseash.contract.market.Product.Variant;

/// A product as search engines read it (schema.org/Product, JSON-LD).
@Singleton
class ProductJsonLd {
    private static final String SCHEMA = "https://schema.org/";

    private final ObjectMapper mapper;

    ProductJsonLd(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// JSON that may stand inside a script element.
    ///
    /// @param address the product's page
    String of(Product product, String address) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", SCHEMA);
        json.put("@type", "Product");
        json.put("name", product.name());
        json.put("description", product.text().description());
        json.put("image", product.picture().large());
        json.put("url", address);
        json.put("sku", product.first().sku());
        if (product.first().gtin() != null) {
            json.put("gtin", product.first().gtin());
        }
        if (!product.brand().isEmpty()) {
            json.put("brand", Map.of("@type", "Brand", "name", product.brand()));
        }
        json.put("category", product.category().name());
        json.put("offers", product.variants().stream().map(variant -> offer(product, variant, address)).toList());
        try {
            return mapper.writeValueAsString(json).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> offer(Product product, Variant variant, String address) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("sku", variant.sku());
        offer.put("price", variant.price().major());
        offer.put("priceCurrency", variant.price().currency().getCurrencyCode());
        offer.put("availability", SCHEMA + availability(product, variant));
        offer.put("url", address);
        offer.put(
                "priceSpecification",
                List.of(
                        Map.of(
                                "@type",
                                "UnitPriceSpecification",
                                "price",
                                variant.unitPrice().price().major(),
                                "priceCurrency",
                                variant.price().currency().getCurrencyCode(),
                                "referenceQuantity",
                                Map.of("@type", "QuantitativeValue", "value", 1, "unitText",
                                        variant.unitPrice().per()))));
        return offer;
    }

    private static String availability(Product product, Variant variant) {
        if (product.archived()) {
            return "Discontinued";
        }
        return variant.availability().inStock() ? "InStock" : "OutOfStock";
    }
}
