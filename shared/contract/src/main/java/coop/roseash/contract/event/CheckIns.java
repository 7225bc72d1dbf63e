package coop.roseash.contract.event;

import java.time.Instant;

/// Lets ticket holders in, each ticket once.
public interface CheckIns {
    /// Redeems a ticket at a date; the same nonce gets the same answer.
    Answer redeem(Scan scan);

    Counts counts(long instanceId);

    /// @param code the whole code, or the ticket's reference as typed
    /// @param nonce made anew for each scan, at least 8 characters
    /// @param gate where the steward stands
    /// @param anyway lets a valid ticket in outside the date's hours
    record Scan(String code, long instanceId, String nonce, String gate, long stewardId, boolean anyway) {}

    record Counts(int redeemed, int valid) {}

    sealed interface Answer {
        record Admitted(Ticket ticket) implements Answer {}

        /// No ticket of ours.
        record Invalid() implements Answer {}

        record Unpaid(Ticket ticket) implements Answer {}

        record Cancelled(Ticket ticket) implements Answer {}

        record AlreadyRedeemed(Ticket ticket, Instant at, String gate) implements Answer {}

        record WrongEntry(Ticket ticket) implements Answer {}

        /// Too early or too late; a steward may let them in anyway.
        record OutsideTime(Ticket ticket, Instant opens, Instant closes) implements Answer {}
    }
}
