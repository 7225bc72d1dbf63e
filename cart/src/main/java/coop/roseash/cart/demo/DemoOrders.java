package coop.roseash.cart.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.cart.Checkouts;
import coop.roseash.contract.cart.Checkouts.PayOutcome;
import coop.roseash.contract.cart.Checkouts.PlaceOutcome;
import coop.roseash.contract.cart.OrderDetails;
import coop.roseash.contract.cart.Orders;
import coop.roseash.contract.market.ProductSummary;
import coop.roseash.contract.market.Products;
import coop.roseash.contract.member.Member;
import coop.roseash.contract.member.Members;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.trade.Sellable;

/// Lets the demo's members shop on the first start, through the same basket, checkout and payment page as anybody,
/// once the demo market has its goods.
@ApplicationScoped
class DemoOrders {
    private static final Logger LOG = Logger.getLogger(DemoOrders.class);
    private static final TypeReference<List<Wish>> WISHES = new TypeReference<>() {
    };
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 300;
    private static final int SHELF = 12;

    private final Members members;
    private final Products products;
    private final Baskets baskets;
    private final Checkouts checkouts;
    private final Orders orders;
    private final DemoPayer payer;
    private final ObjectMapper json;
    private final Optional<String> folder;

    /// @param product its place among the newest, from 0
    record Thing(int product, int quantity) {}

    /// One order in `orders.json`.
    record Wish(String member, List<Thing> things, End ends) {}

    enum End {
        PAID, GIVEN_UP, UNPAID
    }

    DemoOrders(Members members, Products products, Baskets baskets, Checkouts checkouts, Orders orders, DemoPayer payer,
            ObjectMapper json, @ConfigProperty(name = "demo.content") Optional<String> folder) {
        this.members = members;
        this.products = products;
        this.baskets = baskets;
        this.checkouts = checkouts;
        this.orders = orders;
        this.payer = payer;
        this.json = json;
        this.folder = folder;
    }

    void start(@Observes StartupEvent event) {
        folder.map(path -> Path.of(path, "cart", "orders.json"))
            .filter(file -> Files.isReadable(file) && payer.isSandbox())
            .ifPresent(file -> Thread.ofVirtual().name("demo-orders").start(() -> load(file)));
    }

    private void load(Path file) {
        try {
            List<Wish> wishes = json.readValue(file.toFile(), WISHES);
            if (isReady(wishes)) {
                List<ProductSummary> shelf = products.newest(SHELF);
                wishes.forEach(wish -> members.byHandle(wish.member).ifPresent(member -> shop(wish, member, shelf)));
                LOG.infof("The demo's members placed %d orders", wishes.size());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo's orders could not be placed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the market and the members; false when there are orders already.
    private boolean isReady(List<Wish> wishes) throws InterruptedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Member> first = members.byHandle(wishes.getFirst().member);
            if (first.isPresent() && !orders.ofMember(first.get().id(), new PageRequest(1, 1)).isEmpty()) {
                return false;
            }
            if (first.isPresent() && products.newest(SHELF).size() == SHELF) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        LOG.warn("The demo market stayed empty, so nobody ordered");
        return false;
    }

    private void shop(Wish wish, Member member, List<ProductSummary> shelf) {
        Visitor visitor = new Visitor.SignedIn(member.id());
        for (Thing thing : wish.things) {
            baskets.add(visitor, Sellable.product(shelf.get(thing.product).id()), thing.quantity);
        }
        Basket basket = baskets.of(visitor);
        Checkouts.Placement placement = new Checkouts.Placement(UUID.randomUUID().toString(), member.email(),
                member.displayName(), basket.total());
        if (checkouts.place(visitor, placement) instanceof PlaceOutcome.Placed(OrderDetails details)) {
            finish(wish.ends, details, visitor);
        }
    }

    private void finish(End end, OrderDetails details, Visitor visitor) {
        switch (end) {
            case PAID -> {
                if (checkouts.pay(details.secret()) instanceof PayOutcome.Continue(URI page)) {
                    payer.pay(page);
                    checkouts.refreshed(details.secret());
                }
            }
            case GIVEN_UP -> {
                checkouts.cancel(details.secret());
                baskets.of(visitor).lines().forEach(line -> baskets.set(visitor, line.offer().sellable(), 0));
                baskets.takeNews(visitor);
            }
            case UNPAID -> LOG.debugf("Order %s stays unpaid and will expire", details.order().number());
        }
    }
}
