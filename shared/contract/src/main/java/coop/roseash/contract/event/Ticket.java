package coop.roseash.contract.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One place of one person on one date.
///
/// @param reference short name that a person can read out, for example `K7Q2-9XMD`
/// @param code what the QR code holds: `RA1.<ticket>.<key>.<signature>`; who has it has the ticket
/// @param redeemedAt null until its holder was let in
public record Ticket(long id, String reference, String code, EntryInstance instance, String type, String holderName,
        String holderEmail, @Nullable Long orderId, State state, @Nullable Instant redeemedAt) {
    public enum State {
        VALID, CANCELLED
    }

    public boolean isCancelled() {
        return state == State.CANCELLED;
    }

    public boolean isRedeemed() {
        return redeemedAt != null;
    }

    /// Its page on the events app; an unguessable address.
    public String path() {
        return "/tickets/" + code;
    }
}
