package coop.roseash.service.market.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import coop.roseash.contract.market.ProductField;

/// Understands schema.org's Product and ProductGroup, from JSON-LD and from microdata alike.
final class SchemaProduct {
    private static final Set<String> TYPES = Set.of("Product", "ProductGroup", "IndividualProduct", "ProductModel");
    private static final Set<ProductField> OF_THE_VARIANT_ONLY = Set
        .of(ProductField.CODE, ProductField.GTIN, ProductField.SIZE, ProductField.PRICE);
    private static final Map<String, ProductField> PROPERTIES = Map.ofEntries(
            Map.entry("vat", ProductField.VAT),
            Map.entry("vat rate", ProductField.VAT),
            Map.entry("dietary", ProductField.DIETARY),
            Map.entry("suitable for", ProductField.DIETARY),
            Map.entry("allergens", ProductField.ALLERGENS),
            Map.entry("contains", ProductField.ALLERGENS),
            Map.entry("ingredients", ProductField.INGREDIENTS),
            Map.entry("origin", ProductField.ORIGIN),
            Map.entry("country of origin", ProductField.ORIGIN),
            Map.entry("size", ProductField.SIZE),
            Map.entry("pack size", ProductField.SIZE));

    private final String via;
    private final Map<String, JsonNode> byId;

    /// @param byId nodes that others refer to by `@id` alone
    SchemaProduct(String via, Map<String, JsonNode> byId) {
        this.via = via;
        this.byId = byId;
    }

    static boolean isProduct(JsonNode node) {
        return node.isObject()
                && list(node.path("@type")).stream().anyMatch(type -> TYPES.contains(tail(type.asText())));
    }

    /// One set of fields, or one for each variant of a group.
    List<Fields> read(JsonNode product) {
        Fields own = new Fields();
        readNames(product, own);
        readProperties(product, own);
        new SchemaOffer(via, this::resolve).read(product, own);
        List<JsonNode> variants = list(product.path("hasVariant")).stream().map(this::resolve).toList();
        if (variants.isEmpty()) {
            return List.of(own);
        }
        List<Fields> all = new ArrayList<>();
        for (JsonNode variant : variants) {
            read(variant).forEach(fields -> {
                fields.addAll(own, OF_THE_VARIANT_ONLY);
                all.add(fields);
            });
        }
        return all;
    }

    private void readNames(JsonNode product, Fields fields) {
        add(fields, ProductField.NAME, product, "name");
        for (String name : List.of("sku", "productID", "mpn")) {
            add(fields, ProductField.CODE, product, name);
        }
        for (String name : List.of("gtin", "gtin13", "gtin14", "gtin12", "gtin8")) {
            add(fields, ProductField.GTIN, product, name);
        }
        add(fields, ProductField.BRAND, product, "brand");
        add(fields, ProductField.CATEGORY, product, "category");
        add(fields, ProductField.DESCRIPTION, product, "description");
        add(fields, ProductField.ORIGIN, product, "countryOfOrigin");
        JsonNode image = first(product.path("image"));
        fields.add(ProductField.IMAGE, text(image, "contentUrl", "url"), via + " image");
        for (String name : List.of("size", "weight")) {
            fields.add(ProductField.SIZE, quantity(first(product.path(name))), via + " " + name);
        }
    }

    private void readProperties(JsonNode product, Fields fields) {
        for (JsonNode property : list(product.path("additionalProperty"))) {
            ProductField field = PROPERTIES.get(text(first(property.path("name"))).toLowerCase(Locale.ROOT));
            if (field != null) {
                fields.add(field, joined(property.path("value")), via + " additionalProperty");
            }
        }
        String diets = list(product.path("suitableForDiet")).stream()
            .map(each -> tail(each.asText()).replaceFirst("Diet$", ""))
            .collect(Collectors.joining(", "));
        fields.add(ProductField.DIETARY, diets, via + " suitableForDiet");
    }

    private void add(Fields fields, ProductField field, JsonNode product, String name) {
        fields.add(field, text(resolve(first(product.path(name))), "name", "value"), via + " " + name);
    }

    private JsonNode resolve(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.has("@id")
                ? byId.getOrDefault(node.get("@id").asText(), node)
                : node;
    }

    private static String quantity(JsonNode node) {
        if (!node.isObject()) {
            return text(node);
        }
        String unit = text(first(node.path("unitText")));
        return text(first(node.path("value"))) + " "
                + (unit.isEmpty() ? code(text(first(node.path("unitCode")))) : unit);
    }

    /// UN/CEFACT common codes, as schema.org's unitCode has them.
    private static String code(String unitCode) {
        return switch (unitCode) {
            case "GRM" -> "g";
            case "KGM" -> "kg";
            case "MLT" -> "ml";
            case "CLT" -> "cl";
            case "LTR" -> "l";
            case "C62", "H87", "EA" -> "pieces";
            default -> unitCode;
        };
    }

    static String joined(JsonNode node) {
        return list(node).stream().map(SchemaProduct::text).collect(Collectors.joining(", "));
    }

    /// The text of a plain value, or of the first of these properties that an object has.
    static String text(JsonNode node, String... properties) {
        if (node.isValueNode()) {
            return node.isNull() ? "" : node.asText();
        }
        for (String property : properties) {
            JsonNode value = first(node.path(property));
            if (value.isValueNode() && !value.isNull()) {
                return value.asText();
            }
        }
        return "";
    }

    static JsonNode first(JsonNode node) {
        return node.isArray() ? node.isEmpty() ? MissingNode.getInstance() : node.get(0) : node;
    }

    static List<JsonNode> list(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }

    static String tail(String address) {
        return address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1);
    }
}
