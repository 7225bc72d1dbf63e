package coop.roseash.events.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import coop.roseash.contract.event.Ticket;

/// Attendees as comma-separated values (RFC 4180).
final class AttendeesFile {
    static final String HEAD = "Name,E-mail,Kind,Ticket,State,Checked in\r\n";

    private AttendeesFile() {}

    static String rows(List<Ticket> tickets) {
        return tickets.stream().map(AttendeesFile::row).collect(Collectors.joining());
    }

    private static String row(Ticket ticket) {
        String state = ticket.isCancelled() ? "cancelled" : "valid";
        String redeemed = ticket.redeemedAt() == null ? "" : ticket.redeemedAt().toString();
        return Stream
            .of(ticket.holderName(), ticket.holderEmail(), ticket.type(), ticket.reference(), state, redeemed)
            .map(AttendeesFile::cell)
            .collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A spreadsheet would run a cell that begins like a formula; an apostrophe makes it text.
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
