package coop.roseash.dev.sumup;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import coop.roseash.dev.sumup.Checkout.Status;
import coop.roseash.dev.sumup.Checkout.Transaction;

/// How the API shows checkouts and transactions.
final class Shapes {
    private final String origin;

    Shapes(String origin) {
        this.origin = origin;
    }

    /// @param fault how this read goes wrong; null for not at all
    Map<String, Object> checkout(Checkout checkout, @Nullable Fault fault) {
        boolean stale = fault == Fault.STALE;
        Status status = stale || fault == Fault.PENDING_THOUGH_PAID ? Status.PENDING : checkout.status;
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", checkout.id);
        shape.put("checkout_reference", fault == Fault.SWAPPED_REFERENCE ? "somebody-elses" : checkout.reference);
        shape.put("amount", number(amount(checkout, fault)));
        shape.put("currency", fault == Fault.SWAPPED_CURRENCY ? "EUR" : checkout.currency);
        shape.put("merchant_code", fault == Fault.SWAPPED_MERCHANT ? "MOTHER" : checkout.merchant);
        shape.put("description", checkout.description);
        shape.put("status", status.name());
        shape.put("date", checkout.created.toString());
        shape.put("valid_until", Optional.ofNullable(checkout.validUntil).map(Object::toString).orElse(null));
        shape.put("return_url", checkout.returnUrl);
        shape.put("redirect_url", checkout.redirectUrl);
        if (checkout.hosted) {
            shape.put("hosted_checkout", Map.of("enabled", true));
            shape.put("hosted_checkout_url", origin + "/pay/" + checkout.id);
        }
        shape.put("transactions", stale ? List.of() : children(checkout, fault));
        if (status == Status.PAID) {
            Transaction paid = checkout.transactions.stream()
                .filter(Transaction::isSuccessful)
                .findFirst()
                .orElseThrow();
            shape.put("transaction_id", paid.id);
            shape.put("transaction_code", paid.code);
        }
        return shape;
    }

    private static List<Map<String, Object>> children(Checkout checkout, @Nullable Fault fault) {
        return checkout.transactions.stream().map(each -> {
            Map<String, Object> shape = transaction(each, checkout);
            if (fault == Fault.SWAPPED_AMOUNT) {
                shape.put("amount", number(amount(checkout, fault)));
            }
            if (fault == Fault.SWAPPED_CURRENCY) {
                shape.put("currency", "EUR");
            }
            return shape;
        }).toList();
    }

    private static BigDecimal amount(Checkout checkout, @Nullable Fault fault) {
        return fault == Fault.SWAPPED_AMOUNT ? checkout.amount.subtract(new BigDecimal("0.01")) : checkout.amount;
    }

    static Map<String, Object> transaction(Transaction transaction, Checkout checkout) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", transaction.id);
        shape.put("transaction_code", transaction.code);
        shape.put("foreign_transaction_id", checkout.reference);
        shape.put("merchant_code", checkout.merchant);
        shape.put("amount", number(transaction.amount));
        shape.put("vat_amount", 0);
        shape.put("tip_amount", 0);
        shape.put("currency", transaction.currency);
        shape.put("timestamp", transaction.at.toString());
        shape.put("status", transaction.status);
        shape.put("payment_type", "ECOM");
        shape.put("entry_mode", "CUSTOMER_ENTRY");
        shape.put("installments_count", 1);
        return shape;
    }

    /// As `GET /v2.1/merchants/{code}/transactions` shows it: a full refund leaves the status SUCCESSFUL.
    static Map<String, Object> transactionWithEvents(Transaction transaction, Checkout checkout) {
        Map<String, Object> shape = transaction(transaction, checkout);
        shape.put("refunded_amount", number(transaction.refunded()));
        shape.put("transaction_events", transaction.events.stream()
            .map(event -> Map.of("id", event.id(), "event_type", "REFUND", "status", "REFUNDED", "amount",
                    number(event.amount()), "timestamp", event.at().toString()))
            .toList());
        return shape;
    }

    /// JSON numbers without a needless exponent or zeros: 12.4, 12, 0.
    static BigDecimal number(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
