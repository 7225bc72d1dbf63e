package coop.roseash.service.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.cart.Basket;
import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.cart.Baskets.AddOutcome;
import coop.roseash.contract.cart.Baskets.MergeOutcome;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.stock.Stock;
import coop.roseash.contract.trade.Sellable;
import coop.roseash.contract.trade.VatClass;
import coop.roseash.testing.EmbeddedServices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(Sandbox.class)
class BasketKeeperTest {
    @Inject
    Baskets baskets;
    @Inject
    ShopWindow shop;
    @Inject
    Stock stock;

    private final Visitor.Guest guest = guest();

    @BeforeEach
    void countStock() {
        stock.count(ShopWindow.LOAF, 50, cause());
        stock.count(ShopWindow.SOLD_OUT, 0, cause());
    }

    @Test
    void addsUpTheSameThing() {
        baskets.add(guest, ShopWindow.LOAF, 2);
        Basket basket = added(baskets.add(guest, ShopWindow.LOAF, 1));
        assertEquals(3, basket.count());
        assertEquals(Money.of(960, "GBP"), basket.total());
        assertEquals(1, basket.lines().size());
    }

    @Test
    void setsAQuantityAndRemovesALine() {
        baskets.add(guest, ShopWindow.LOAF, 2);
        baskets.add(guest, ShopWindow.MUG, 1);
        assertEquals(6, added(baskets.set(guest, ShopWindow.LOAF, 5)).count());
        assertEquals(List.of(ShopWindow.MUG), items(added(baskets.set(guest, ShopWindow.LOAF, 0))));
    }

    @Test
    void refusesWhatCannotBeBought() {
        assertEquals(new AddOutcome.NotForSale(), baskets.add(guest, Sellable.product(989_999), 1));
        assertEquals(new AddOutcome.OutOfStock(0), baskets.add(guest, ShopWindow.SOLD_OUT, 1));
        assertEquals(new AddOutcome.OutOfStock(50), baskets.add(guest, ShopWindow.LOAF, 51));
        assertEquals(new AddOutcome.TooMany(99), baskets.add(guest, ShopWindow.MUG, Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> baskets.add(guest, ShopWindow.LOAF, 0));
        assertTrue(baskets.of(guest).isEmpty());
    }

    @Test
    void holdsSoManyDifferentThings() {
        for (int i = 0; i < 50; i++) {
            Sellable item = Sellable.product(981_000 + i);
            shop.show(item, "Thing " + i, 100, VatClass.ZERO);
            added(baskets.add(guest, item, 1));
        }
        assertEquals(new AddOutcome.Full(50), baskets.add(guest, ShopWindow.MUG, 1));
    }

    @Test
    void leavesOutWhatIsNoLongerForSale() {
        Sellable gone = Sellable.product(982_000);
        shop.show(gone, "Gone tomorrow", 100, VatClass.ZERO);
        baskets.add(guest, gone, 1);
        shop.takeAway(gone);
        assertEquals(1, baskets.of(guest).unavailable());
        assertTrue(baskets.of(guest).isEmpty());
    }

    @Test
    void givesAGuestWithoutATokenAnEmptyBasket() {
        assertTrue(baskets.of(new Visitor.Guest("")).isEmpty());
    }

    @Test
    void mergesAtSignInAndTellsItOnce() {
        Visitor.SignedIn member = new Visitor.SignedIn(Math.abs(UUID.randomUUID().getMostSignificantBits()));
        baskets.add(member, ShopWindow.LOAF, 30);
        baskets.add(guest, ShopWindow.LOAF, 30);
        baskets.add(guest, ShopWindow.MUG, 1);
        MergeOutcome.Merged merged = assertInstanceOf(MergeOutcome.Merged.class, baskets.merge(guest, member));
        assertTrue(merged.capped());
        assertEquals(51, merged.basket().count());
        assertTrue(baskets.of(guest).isEmpty());
        assertEquals(Optional.of(Basket.News.MERGED_IN_PART), baskets.takeNews(member));
        assertEquals(Optional.empty(), baskets.takeNews(member));
        assertEquals(new MergeOutcome.NothingToMerge(), baskets.merge(guest, member));
    }

    @Test
    void letsTwoTokensOfOnePersonShareABasket() {
        Visitor.Guest other = guest();
        Visitor.Guest third = guest();
        baskets.add(guest, ShopWindow.LOAF, 1);
        baskets.add(other, ShopWindow.MUG, 1);
        baskets.join(third, other);
        baskets.join(other, guest);
        assertEquals(new MergeOutcome.NothingToMerge(), baskets.join(other, guest));
        assertEquals(2, baskets.of(third).count());
        baskets.add(third, ShopWindow.LOAF, 1);
        assertEquals(3, baskets.of(guest).count());
        assertEquals(3, baskets.of(other).count());
    }

    @Test
    void losesNothingWhenClickedTwiceAtOnce() throws Exception {
        List<Callable<AddOutcome>> clicks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            clicks.add(() -> baskets.add(guest, ShopWindow.LOAF, 1));
        }
        try (var threads = Executors.newFixedThreadPool(5)) {
            threads.invokeAll(clicks);
        }
        assertEquals(10, baskets.of(guest).count());
    }

    private static List<Sellable> items(Basket basket) {
        return basket.lines().stream().map(line -> line.offer().sellable()).toList();
    }

    private static Basket added(AddOutcome outcome) {
        return assertInstanceOf(AddOutcome.Added.class, outcome).basket();
    }

    private static Visitor.Guest guest() {
        return new Visitor.Guest(UUID.randomUUID().toString());
    }

    private static Stock.Cause cause() {
        return new Stock.Cause("test", UUID.randomUUID().toString());
    }
}
