package coop.roseash.cart.basket;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.trade.Offer;
import coop.roseash.contract.trade.Offers;
import coop.roseash.contract.trade.Sellable;

/// Finds out what a removed line was called.
@ApplicationScoped
class Removals {
    private static final Pattern CODE = Pattern.compile("((?:product|ticket)-\\d{1,18})-(\\d{1,4})");

    private final Instance<Offers> offers;

    Removals(@Any Instance<Offers> offers) {
        this.offers = offers;
    }

    Optional<Removal> of(Basket basket, Sellable item) {
        return basket.lines()
            .stream()
            .filter(line -> line.offer().sellable().equals(item))
            .map(line -> new Removal(item, line.offer().name(), line.quantity()))
            .findFirst();
    }

    Optional<Removal> read(@Nullable String code) {
        Matcher matcher = CODE.matcher(code == null ? "" : code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Sellable item = LineForm.of(matcher.group(1), "1").item();
        int quantity = Integer.parseInt(matcher.group(2));
        return offers.stream()
            .filter(kind -> kind.kind() == item.kind())
            .flatMap(kind -> kind.byIds(List.of(item.id())).values().stream())
            .map(Offer::name)
            .map(name -> new Removal(item, name, quantity))
            .findFirst();
    }
}
