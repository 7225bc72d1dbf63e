package coop.roseash.cart.basket;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.OrderDetails;

/// What the basket page shows.
///
/// @param removal what was just taken out and can be put back
/// @param problem why the last change was not made; may be empty
/// @param news name of a [Basket.News]; may be empty
/// @param waiting an order that is not paid yet
/// @param partial whether this goes into a page that is already shown, and the header must follow
record BasketView(Basket basket, @Nullable Removal removal, String problem, String news, @Nullable OrderDetails waiting,
        boolean partial) {}
