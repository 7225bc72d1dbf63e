package coop.roseash.service.market.scrape;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.stock.Stock;
import coop.roseash.service.market.CatalogueReader;
import coop.roseash.service.market.CatalogueWriter;

/// All that a decision touches: the catalogue and the stock.
@ApplicationScoped
class Shelf {
    private final CatalogueReader reader;
    private final CatalogueWriter writer;
    private final Stock stock;

    Shelf(CatalogueReader reader, CatalogueWriter writer, Stock stock) {
        this.reader = reader;
        this.writer = writer;
        this.stock = stock;
    }

    CatalogueReader reader() {
        return reader;
    }

    CatalogueWriter writer() {
        return writer;
    }

    Stock stock() {
        return stock;
    }
}
