package coop.roseash.service.cart;

import java.time.Instant;
import java.util.Currency;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;
import coop.roseash.model.cart.PaymentAttempt.State;
import coop.roseash.service.sumup.ProviderCheckout;

/// A payment attempt as it stands in its table at one moment.
record AttemptRow(long id, long orderId, String reference, String merchant, String currencyCode, long amountMinor,
        State state, @Nullable String checkoutId, @Nullable String paymentPage, @Nullable String providerStatus,
        @Nullable String problem, Instant closesAt, int looks) {
    static final String SELECT = "select id, orderId, reference, merchant, currency, amountMinor, state, checkoutId,"
            + " paymentPage, providerStatus, problem, closesAt, looks from PaymentAttempt ";

    Money amount() {
        return new Money(amountMinor, Currency.getInstance(currencyCode));
    }

    boolean isLive() {
        return state == State.NEW || state == State.OPEN;
    }

    /// Whether this checkout is the one we asked for, with every payment on it of our amount.
    boolean matches(ProviderCheckout checkout) {
        return checkout.reference().equals(reference) && checkout.merchant().equals(merchant)
                && checkout.amount().equals(amount())
                && (checkoutId == null || checkoutId.equals(checkout.id()))
                && checkout.successes().stream().allMatch(child -> child.amount().equals(amount()));
    }
}
