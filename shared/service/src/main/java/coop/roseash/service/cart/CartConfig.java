package coop.roseash.service.cart;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How baskets, orders and payments behave.
@ConfigMapping(prefix = "cart")
interface CartConfig {
    /// How many different things a basket holds.
    @WithDefault("50")
    int maxLines();

    /// How many of one thing anybody may buy at once.
    @WithDefault("99")
    int maxQuantity();

    /// How long a guest's basket that nobody touches is kept.
    @WithDefault("60d")
    Duration guestBasketLife();

    /// How long an order's stock is held before its buyer has begun to pay. Longer is kinder to buyers, shorter to
    /// those who come after them.
    @WithDefault("15m")
    Duration hold();

    /// How long a payment page can be paid; the stock is held as long.
    @WithDefault("20m")
    Duration paymentWindow();

    /// How many payment pages one order may have, so that nobody holds stock for ever by starting to pay.
    @WithDefault("5")
    int maxAttempts();

    /// Part of every payment reference, so that two installations with one merchant account stay apart.
    @WithDefault("rose")
    String environment();

    /// How often the payments that are due are looked for.
    @WithDefault("1s")
    Duration poll();

    /// After how long an open payment is looked at again: the first time, the second …; the last is repeated.
    @WithDefault("5s,15s,60s,5m")
    List<Duration> looks();

    /// How long one look may take before another process may look too.
    @WithDefault("30s")
    Duration lease();

    /// How long after its end a payment the provider does not know is still waited for.
    @WithDefault("10m")
    Duration notFoundGrace();

    /// How long the closing of an unpaid order waits before it is tried again.
    @WithDefault("15s")
    Duration closeRetry();
}
