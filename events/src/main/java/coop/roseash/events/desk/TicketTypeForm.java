package coop.roseash.events.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.TicketType;
import coop.roseash.contract.event.TicketTypes.Definition;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.trade.VatClass;

/// The form of a kind of ticket as it was filled in.
public class TicketTypeForm {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    @RestForm
    @Nullable
    public String name;
    @RestForm
    @Nullable
    public String description;
    @RestForm
    @Nullable
    public String price;
    @RestForm
    @Nullable
    public String quota;
    @RestForm
    @Nullable
    public String vat;
    @RestForm
    @Nullable
    public String saleFrom;
    @RestForm
    @Nullable
    public String saleUntil;

    /// Field → message.
    public final Map<String, String> errors = new HashMap<>();

    static TicketTypeForm blank() {
        TicketTypeForm form = new TicketTypeForm();
        form.vat = VatClass.STANDARD.name();
        return form;
    }

    static TicketTypeForm of(TicketType type, ZoneId zone) {
        TicketTypeForm form = new TicketTypeForm();
        form.name = type.name();
        form.description = type.description();
        form.price = type.price().major().toPlainString();
        form.quota = Integer.toString(type.quota());
        form.vat = type.vat().name();
        form.saleFrom = write(type.saleFrom(), zone);
        form.saleUntil = write(type.saleUntil(), zone);
        return form;
    }

    /// What the form says; null when a part cannot be read, which [#errors] then names.
    @Nullable
    Definition definition(Currency currency, ZoneId zone) {
        Money money = money(currency);
        int places = places();
        Instant from = instant("saleFrom", saleFrom, zone);
        Instant until = instant("saleUntil", saleUntil, zone);
        if (!errors.isEmpty() || money == null) {
            return null;
        }
        VatClass rate = VatClass.ZERO.name().equals(vat)
                ? VatClass.ZERO
                : VatClass.REDUCED.name().equals(vat) ? VatClass.REDUCED : VatClass.STANDARD;
        return new Definition(text(name), text(description), money, rate, places, from, until);
    }

    TicketTypeForm refuse(Map<String, String> refused) {
        errors.putAll(refused);
        return this;
    }

    private @Nullable Money money(Currency currency) {
        try {
            String amount = text(price).replace(currency.getSymbol(java.util.Locale.UK), "").strip();
            return amount.isEmpty() ? Money.zero(currency) : Money.ofMajor(new BigDecimal(amount), currency);
        } catch (ArithmeticException | NumberFormatException e) {
            errors.put("price", "A price looks like 12.50; leave it empty for a free place");
            return null;
        }
    }

    private int places() {
        try {
            return Integer.parseInt(text(quota));
        } catch (NumberFormatException e) {
            errors.put("quota", "How many places are there on each date?");
            return 0;
        }
    }

    private @Nullable Instant instant(String field, @Nullable String value, ZoneId zone) {
        String text = text(value);
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            errors.put(field, "A day and time looks like 2027-01-31T09:30");
            return null;
        }
    }

    private static String write(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : FIELD.format(time.atZone(zone));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
