package coop.roseash.cart.basket;

import coop.roseash.contract.trade.Sellable;

/// A line that was taken out, and how to put it back.
record Removal(Sellable item, String name, int quantity) {
    /// As [LineForm] reads it.
    public String itemCode() {
        return LineForm.code(item);
    }

    /// For the address of the page that offers the way back.
    public String code() {
        return itemCode() + "-" + quantity;
    }
}
