package coop.roseash.service.cart;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.app.SiteSettings;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.mail.Mail;
import coop.roseash.contract.mail.Mails;
import coop.roseash.contract.outbox.OutboxHandler;

/// Sends the receipt of a paid order, once.
@ApplicationScoped
class ReceiptMail implements OutboxHandler {
    private final OrderStore orders;
    private final OrderReader reader;
    private final Mails mails;
    private final Addresses addresses;
    private final SiteSettings site;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance receiptText(OrderDetails details, String site, String day, URI page);

        static native TemplateInstance receiptHtml(OrderDetails details, String site, String day, URI page);
    }

    ReceiptMail(OrderStore orders, OrderReader reader, Mails mails, Addresses addresses, SiteSettings site) {
        this.orders = orders;
        this.reader = reader;
        this.mails = mails;
        this.addresses = addresses;
        this.site = site;
    }

    @Override
    public String topic() {
        return Orders.PAID;
    }

    @Override
    @Transactional
    public void handle(Message message) {
        OrderDetails details = reader.details(orders.byId(Long.parseLong(message.key())).orElseThrow());
        Instant paidAt = details.paidAt();
        String day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)
            .format((paidAt == null ? details.order().placedAt() : paidAt).atZone(site.zone()));
        URI page = addresses.page(AppName.CART, "/orders/" + details.secret());
        mails.send(new Mail("receipt/" + message.key(), details.order().email(),
                "Your order " + details.order().number() + " at " + site.name(),
                Templates.receiptText(details, site.name(), day, page).render(),
                Templates.receiptHtml(details, site.name(), day, page).render(), Map.of()));
    }
}
