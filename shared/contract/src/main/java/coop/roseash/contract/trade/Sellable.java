package coop.roseash.contract.trade;

/// What a basket line is about: a product (its variant) or a ticket type, by its own domain's id.
public record Sellable(Kind kind, long id) {
    public enum Kind {
        PRODUCT, TICKET
    }

    public static Sellable product(long id) {
        return new Sellable(Kind.PRODUCT, id);
    }

    public static Sellable ticket(long id) {
        return new Sellable(Kind.TICKET, id);
    }
}
