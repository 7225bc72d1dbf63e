package coop.roseash.service.cart;

import coop.roseash.contract.member.Visitor;

/// Reads the keys that [Visitor] writes.
final class VisitorKeys {
    private VisitorKeys() {}

    static Visitor visitor(String key) {
        String rest = key.substring(2);
        return key.startsWith("m:") ? new Visitor.SignedIn(Long.parseLong(rest)) : new Visitor.Guest(rest);
    }
}
