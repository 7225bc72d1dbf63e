package coop.roseash.infrastructure.basket;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import coop.roseash.contract.cart.Basket;

/// The basket in a page's header, the same as a lent fragment and as the answer to a click.
@CheckedTemplate(basePath = "basket")
public final class BasketViews {
    private BasketViews() {}

    /// How many things there are, and what they come to.
    public static native TemplateInstance mini(Basket basket);

    static native TemplateInstance refused(String message, String to);
}
