package coop.roseash.market;

import java.time.Duration;

import jakarta.enterprise.inject.spi.CDI;

import org.awaitility.Awaitility;

import coop.roseash.contract.market.Products;

/// Waits until the demo supplier's goods are on the shelves.
public final class FilledMarket {
    private FilledMarket() {}

    public static void await() {
        Products products = CDI.current().select(Products.class).get();
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> products.addresses().size() == DemoSupplier.PRODUCTS);
    }
}
