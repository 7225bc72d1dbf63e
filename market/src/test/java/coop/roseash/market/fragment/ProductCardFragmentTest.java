package coop.roseash.market.fragment;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.market.Products;
import coop.roseash.market.DemoSupplier;
import coop.roseash.market.FilledMarket;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(DemoSupplier.class)
class ProductCardFragmentTest {
    @Inject
    Products products;

    @BeforeEach
    void waitForTheGoods() {
        FilledMarket.await();
    }

    @Test
    void answersOnlyThePlatform() {
        given().get("/internal/fragments/product-card?sku=BREAD-001").then().statusCode(403);
    }

    @Test
    void showsAProductByIdSkuOrSlugWithAbsoluteLinks() {
        ProductCardFragment lender = Arc.container().instance(ProductCardFragment.class).get();
        String bySku = lender.show(null, "BREAD-001", null).render();
        long id = products.summary("BREAD-001").orElseThrow().id();
        assertEquals(bySku, lender.show(String.valueOf(id), null, null).render());
        assertEquals(bySku, lender.show(null, null, "seeded-sourdough-loaf").render());
        assertTrue(bySku.contains("http://market.rose-ash.localhost:8080/products/seeded-sourdough-loaf"));
        assertTrue(bySku.contains("name=\"id\" value=\"" + id + "\""));
    }
}
