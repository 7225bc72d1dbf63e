package coop.roseash.service.event;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;

/// The mail that brings tickets: for each its date, its page and its QR code.
@ApplicationScoped
class TicketMail {
    private final Mails mails;
    private final Addresses addresses;

    TicketMail(Mails mails, Addresses addresses) {
        this.mails = mails;
        this.addresses = addresses;
    }

    void send(String key, String to, List<Ticket> tickets) {
        String subject = tickets.size() == 1
                ? "Your ticket: " + tickets.getFirst().instance().title()
                : "Your " + tickets.size() + " tickets";
        String text = "Show the code on your phone or on paper at the door.\n\n"
                + tickets.stream().map(this::text).collect(Collectors.joining("\n"));
        String html = "<p>Show the code on your phone or on paper at the door.</p>"
                + tickets.stream().map(this::html).collect(Collectors.joining());
        mails.send(new Mail(key, to, subject, text, html, Map.of()));
    }

    private String text(Ticket ticket) {
        String place = ticket.instance().place();
        return ticket.instance().title() + " – " + ticket.type() + "\n" + ticket.instance().span() + "\n"
                + (place.isEmpty() ? "" : place + "\n") + "Ticket " + ticket.reference() + "\n" + page(ticket) + "\n";
    }

    private String html(Ticket ticket) {
        return "<h2>" + escape(ticket.instance().title()) + "</h2><p>" + escape(ticket.type()) + "<br>"
                + escape(ticket.instance().span().toString()) + "<br>" + escape(ticket.instance().place())
                + "</p><p><a href=\"" + page(ticket) + "\"><img src=\"" + page(ticket)
                + "/qr.png\" width=\"240\" height=\"240\" alt=\"QR code of ticket " + ticket.reference()
                + "\"></a></p><p>Ticket <strong>" + ticket.reference() + "</strong> · <a href=\"" + page(ticket)
                + "\">open it</a></p>";
    }

    private String page(Ticket ticket) {
        return addresses.page(AppName.EVENTS, ticket.path()).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
