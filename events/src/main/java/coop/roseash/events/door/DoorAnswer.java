package coop.roseash.events.door;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import coop.roseash.contract.event.CheckIns;
import coop.roseash.contract.event.Ticket;

/// What the steward reads after a scan.
///
/// @param canInsist a valid ticket outside its hours: the steward may let the holder in anyway
/// @param code of the scan, to insist with
public record DoorAnswer(boolean admitted, String title, String detail, boolean canInsist, String code) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm", Locale.UK);

    static DoorAnswer of(CheckIns.Answer answer, String code) {
        return switch (answer) {
            case CheckIns.Answer.Admitted(Ticket ticket) -> new DoorAnswer(true, "Welcome, " + ticket.holderName(),
                    ticket.type() + " · " + ticket.reference(), false, code);
            case CheckIns.Answer.Invalid invalid ->
                refused("Not a ticket of ours", "Check the code and try again.", code);
            case CheckIns.Answer.Unpaid(Ticket ticket) ->
                refused("Not paid", ticket.holderName() + " has not paid yet.", code);
            case CheckIns.Answer.Cancelled(Ticket ticket) -> refused("Cancelled",
                    "This ticket of " + ticket.holderName() + " was cancelled.", code);
            case CheckIns.Answer.AlreadyRedeemed(Ticket ticket, Instant at, String gate) -> refused("Already in",
                    ticket.holderName() + " came in at " + gate + ", " + write(at, ticket), code);
            case CheckIns.Answer.WrongEntry(Ticket ticket) -> refused("Another date",
                    "This ticket is for " + ticket.instance().title() + ", " + ticket.instance().span().brief(), code);
            case CheckIns.Answer.OutsideTime(Ticket ticket, Instant opens, Instant closes) -> new DoorAnswer(false,
                    "Not the time", "Doors are open from " + write(opens, ticket) + " until " + write(closes, ticket),
                    true,
                    code);
        };
    }

    private static DoorAnswer refused(String title, String detail, String code) {
        return new DoorAnswer(false, title, detail, false, code);
    }

    private static String write(Instant at, Ticket ticket) {
        ZoneId zone = ticket.instance().zone();
        return TIME.format(at.atZone(zone));
    }
}
