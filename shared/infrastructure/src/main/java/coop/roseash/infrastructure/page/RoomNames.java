package coop.roseash.infrastructure.page;

import coop.roseash.contract.app.AppName;

/// What the six apps are called on pages.
final class RoomNames {
    private RoomNames() {}

    static String of(AppName app) {
        return switch (app) {
            case BLOG -> "Journal";
            case MARKET -> "Market";
            case CART -> "Basket";
            case EVENTS -> "Events";
            case FEDERATION -> "Commons";
            case ACCOUNT -> "My account";
        };
    }
}
