package coop.roseash.service.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Span;
import coop.roseash.contract.event.TicketOffer.Sale;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.VatClass;

/// A ticket type on one date: all that decides whether, and for how much, it is sold.
///
/// @param id the allotment's, which is the sellable's
record TicketPlace(long id, String type, String description, long priceMinor, Currency currency, VatClass vat,
        @Nullable Instant saleFrom, @Nullable Instant saleUntil, long instanceId, String title, Instant startsAt,
        Instant endsAt, ZoneId zone, boolean allDay, boolean cancelled, Entry.State state, String slug,
        LocalDateTime recurrence) {
    Money price() {
        return new Money(priceMinor, currency);
    }

    Span span() {
        return new Span(startsAt, endsAt, zone, allDay);
    }

    String path() {
        return "/entries/" + slug + "/" + EntryInstance.RECURRENCE.format(recurrence);
    }

    /// Whether it is for sale at this moment, apart from how many are left.
    boolean isOnSale(Instant now) {
        return sale(now, 1) == Sale.OPEN;
    }

    Sale sale(Instant now, int left) {
        boolean over = saleUntil != null && !now.isBefore(saleUntil) || !now.isBefore(startsAt);
        if (cancelled || state != Entry.State.PUBLISHED || over) {
            return Sale.CLOSED;
        }
        if (saleFrom != null && now.isBefore(saleFrom)) {
            return Sale.NOT_YET;
        }
        return left > 0 ? Sale.OPEN : Sale.SOLD_OUT;
    }
}
