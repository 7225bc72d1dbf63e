package coop.roseash.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.VatClass;

/// What kinds of tickets an entry has, and what can be had for one of its dates.
public interface TicketTypes {
    List<TicketType> ofEntry(long entryId);

    /// What may be chosen for this date; empty where the entry needs no ticket.
    List<TicketOffer> offers(long instanceId);

    /// Adds the type, or changes the entry's type of the same name.
    DefineOutcome define(long entryId, Definition definition);

    /// @param quota places per date
    record Definition(String name, String description, Money price, VatClass vat, int quota,
            @Nullable Instant saleFrom, @Nullable Instant saleUntil) {}

    sealed interface DefineOutcome {
        record Defined(TicketType type) implements DefineOutcome {}

        /// @param errors field → message
        record Refused(Map<String, String> errors) implements DefineOutcome {
            public Refused {
                errors = Map.copyOf(errors);
            }
        }

        record UnknownEntry() implements DefineOutcome {}
    }
}
