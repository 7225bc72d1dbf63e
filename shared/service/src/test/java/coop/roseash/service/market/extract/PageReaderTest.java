package coop.roseash.service.market.extract;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import coop.roseash.contract.market.ProductField;

import static coop.roseash.contract.market.ProductField.AVAILABILITY;
import static coop.roseash.contract.market.ProductField.BRAND;
import static coop.roseash.contract.market.ProductField.CODE;
import static coop.roseash.contract.market.ProductField.CURRENCY;
import static coop.roseash.contract.market.ProductField.DIETARY;
import static coop.roseash.contract.market.ProductField.GTIN;
import static coop.roseash.contract.market.ProductField.IMAGE;
import static coop.roseash.contract.market.ProductField.NAME;
import static coop.roseash.contract.market.ProductField.PRICE;
import static coop.roseash.contract.market.ProductField.QUANTITY;
import static coop.roseash.contract.market.ProductField.SIZE;
import static coop.roseash.contract.market.ProductField.VAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PageReaderTest {
    @Test
    void readsJsonLdInAGraphWithReferences() {
        Fields fields = one("""
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
                  {"@type":"WebPage","mainEntity":{"@id":"#p"}},
                  {"@id":"#brand","@type":"Brand","name":"Bakehouse"},
                  {"@id":"#p","@type":["Product","Thing"],"name":"Loaf","sku":"B-1","gtin13":"5012345678900",
                   "brand":{"@id":"#brand"},"image":[{"@type":"ImageObject","url":"/loaf.png"}],
                   "weight":{"@type":"QuantitativeValue","value":800,"unitCode":"GRM"},
                   "suitableForDiet":["https://schema.org/VeganDiet"],
                   "isRelatedTo":{"@type":"Product","name":"Other","sku":"X","offers":{"price":1}},
                   "additionalProperty":[{"@type":"PropertyValue","name":"VAT","value":"0%"}],
                   "offers":{"@type":"Offer","price":3.80,"priceCurrency":"GBP",
                     "availability":"https://schema.org/InStock","inventoryLevel":{"value":12}}}]}</script>""");
        assertFields(fields, Map.of(NAME, "Loaf", CODE, "B-1", GTIN, "5012345678900", BRAND, "Bakehouse", IMAGE,
                "/loaf.png", SIZE, "800 g", DIETARY, "Vegan", VAT, "0%"));
        assertFields(fields, Map.of(CURRENCY, "GBP", AVAILABILITY, "InStock", QUANTITY, "12"));
        assertEquals("3.8", fields.get(PRICE).orElseThrow().value().replaceFirst("0$", ""));
        assertEquals("json-ld offers.price", fields.get(PRICE).orElseThrow().provenance());
    }

    @Test
    void readsNestedAndAggregateOffers() {
        assertEquals("4.20", price("""
                {"@type":"AggregateOffer","lowPrice":"4.20","highPrice":"4.20","priceCurrency":"GBP"}"""));
        assertEquals("4.20",
                price("""
                        {"@type":"AggregateOffer","lowPrice":"1","highPrice":"9","offers":[{"@type":"Offer","price":"4.20"}]}"""));
        assertEquals("4.20", price("""
                {"@type":"Offer","priceSpecification":[
                  {"@type":"UnitPriceSpecification","price":"8.40","referenceQuantity":{"value":1}},
                  {"@type":"UnitPriceSpecification","price":"5.00","priceType":"ListPrice"},
                  {"@type":"PriceSpecification","price":"4.20","priceCurrency":"GBP"}]}"""));
    }

    @Test
    void givesNoPriceWhenOffersDisagree() {
        assertEquals("", price("""
                {"@type":"AggregateOffer","lowPrice":"1","highPrice":"9"}"""));
        assertEquals("", price("""
                [{"@type":"Offer","price":"1"},{"@type":"Offer","price":"2"}]"""));
    }

    @Test
    void readsEachVariantOfAGroup() {
        List<Fields> all = read("""
                <script type="application/ld+json">{"@type":"ProductGroup","name":"Honey","brand":"Hive",
                 "hasVariant":[{"@type":"Product","sku":"H-1","size":"227 g","offers":{"price":"4.50"}},
                               {"@type":"Product","sku":"H-2","size":"454 g","offers":{"price":"8.00"}}]}</script>
                <meta property="product:price:amount" content="4.50">""", Map.of());
        assertEquals(2, all.size());
        assertFields(all.get(0), Map.of(NAME, "Honey", CODE, "H-1", SIZE, "227 g", PRICE, "4.50", BRAND, "Hive"));
        assertFields(all.get(1), Map.of(NAME, "Honey", CODE, "H-2", SIZE, "454 g", PRICE, "8.00", BRAND, "Hive"));
    }

    @Test
    void readsMicrodata() {
        Fields fields = one(
                """
                        <div itemscope itemtype="https://schema.org/Product">
                          <h1 itemprop="name">Braeburn apples</h1>
                          <meta itemprop="sku" content="F-1"><img itemprop="image" src="/apple.png">
                          <span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><b itemprop="name">Orchard</b></span>
                          <p itemprop="additionalProperty" itemscope itemtype="https://schema.org/PropertyValue">
                            <span itemprop="name">VAT</span>: <span itemprop="value">0%</span></p>
                          <div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
                            <meta itemprop="priceCurrency" content="GBP"><span itemprop="price" content="2.40">£2.40</span>
                            <link itemprop="availability" href="https://schema.org/OutOfStock"></div>
                        </div>""");
        assertFields(fields, Map.of(NAME, "Braeburn apples", CODE, "F-1", IMAGE, "http://shop.example/apple.png",
                BRAND, "Orchard", VAT, "0%", PRICE, "2.40", AVAILABILITY, "OutOfStock"));
        assertEquals("microdata offers.price", fields.get(PRICE).orElseThrow().provenance());
    }

    @Test
    void letsConfiguredSelectorsWin() {
        Fields fields = read("""
                <meta property="og:title" content="Shop"><h1>Ginger beer</h1><p class="cost">£1.80</p>
                <ul class="tags"><li>Vegan</li><li>Organic</li></ul><img class="main" src="ginger.png">
                <script type="application/ld+json">{"@type":"Product","name":"Wrong","sku":"D-1"}</script>""",
                Map.of(NAME, "h1", PRICE, ".cost", DIETARY, ".tags li", IMAGE, "img.main@src"))
            .getFirst();
        assertFields(fields, Map.of(NAME, "Ginger beer", PRICE, "£1.80", DIETARY, "Vegan, Organic", IMAGE,
                "http://shop.example/p/ginger.png", CODE, "D-1"));
        assertEquals("selector h1", fields.get(NAME).orElseThrow().provenance());
    }

    @Test
    void fallsBackToMetaAndSurvivesBrokenJson() {
        Fields fields = one("""
                <script type="application/ld+json">{"@type":"Product", oops</script>
                <meta property="og:title" content="Tea"><meta property="product:price:amount" content="3.10">""");
        assertFields(fields, Map.of(NAME, "Tea", PRICE, "3.10"));
    }

    @Test
    void findsNothingOnAPageWithoutAProduct() {
        assertTrue(read("<h1>About us</h1>", Map.of()).isEmpty());
    }

    private static String price(String offers) {
        Fields fields = one("""
                <script type="application/ld+json">{"@type":"Product","name":"x","offers":%s}</script>"""
            .formatted(offers));
        return fields.get(PRICE).map(Found::value).orElse("");
    }

    private static void assertFields(Fields fields, Map<ProductField, String> expected) {
        expected.forEach(
                (field, value) -> assertEquals(value, fields.get(field).map(Found::value).orElse("-"), field::label));
    }

    private static Fields one(String html) {
        List<Fields> all = read(html, Map.of());
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static List<Fields> read(String html, Map<ProductField, String> selectors) {
        Document page = Jsoup.parse(html, "http://shop.example/p/1");
        return PageReader.read(page, selectors);
    }
}
