package coop.roseash.cart.basket;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.BadRequestException;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.TemplateExtension;

import coop.roseash.contract.trade.Sellable;

/// A line's form on the basket page: which thing (`product-5`) and how many; 0 takes it out.
record LineForm(Sellable item, int quantity) {
    private static final Pattern ITEM = Pattern.compile("(product|ticket)-(\\d{1,18})");
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,6}");

    static LineForm of(@Nullable String item, @Nullable String quantity) {
        Matcher matcher = ITEM.matcher(item == null ? "" : item.strip());
        String number = quantity == null ? "" : quantity.strip();
        if (!matcher.matches() || !QUANTITY.matcher(number).matches()) {
            throw new BadRequestException("Say how many of which thing, in whole numbers");
        }
        return new LineForm(new Sellable(Sellable.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Long.parseLong(matcher.group(2))), Integer.parseInt(number));
    }

    /// `{line.offer.sellable.code}`
    @TemplateExtension
    static String code(Sellable item) {
        return item.kind().name().toLowerCase(Locale.ROOT) + "-" + item.id();
    }
}
