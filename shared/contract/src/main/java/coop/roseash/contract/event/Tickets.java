package coop.roseash.contract.event;

import java.util.List;
import java.util.Optional;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Tickets that were issued; owned by events.
public interface Tickets {
    /// Only for a code of ours: the signature is verified before anything is looked up.
    Optional<Ticket> byCode(String code);

    /// A member's tickets for dates that have not ended, earliest first.
    Page<Ticket> upcomingOf(long memberId, PageRequest request);

    List<Ticket> ofOrder(long orderId);

    /// Everybody with a ticket for this date, by name.
    Page<Ticket> attendees(long instanceId, PageRequest request);

    /// Gives places away without an order (guest list, helpers); all of them or none.
    GiveOutcome give(long offerId, List<Holder> holders);

    /// Cancels a ticket; its place goes to whoever waits first.
    CancelOutcome cancel(long ticketId);

    record Holder(String name, String email) {}

    sealed interface GiveOutcome {
        record Given(List<Ticket> tickets) implements GiveOutcome {
            public Given {
                tickets = List.copyOf(tickets);
            }
        }

        record Full(int left) implements GiveOutcome {}

        record UnknownOffer() implements GiveOutcome {}
    }

    sealed interface CancelOutcome {
        record Cancelled() implements CancelOutcome {}

        record AlreadyCancelled() implements CancelOutcome {}

        record AlreadyRedeemed() implements CancelOutcome {}

        record UnknownTicket() implements CancelOutcome {}
    }
}
