package coop.roseash.service.event;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.cart.Baskets;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.event.WaitingLists;
import coop.roseash.contract.event.WaitingLists.JoinOutcome;
import coop.roseash.contract.event.WaitingLists.Person;
import coop.roseash.contract.event.WaitingLists.TakeOutcome;
import coop.roseash.contract.member.Visitor;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class WaitingListTest {
    @Inject
    Fixture fixture;
    @Inject
    WaitingLists waiting;
    @Inject
    WaitingQueue queue;
    @Inject
    Tickets tickets;
    @Inject
    TicketTypes types;
    @Inject
    Baskets baskets;
    @Inject
    EntityManager database;

    private final Visitor visitor = new Visitor.Guest(Fixture.name("guest-of-the-waiting-list"));
    private EntryInstance date;
    private TicketOffer offer;
    private Ticket ticket;

    @BeforeEach
    void sellOut() {
        date = fixture.date(Instant.now().plus(Duration.ofDays(2)));
        offer = fixture.offer(date, 1);
        assertThat(waiting.join(offer.id(), person("eager"))).isInstanceOf(JoinOutcome.StillOnSale.class);
        ticket = fixture.ticket(offer);
    }

    @Test
    void offersThePlaceThatCameFreeToWhoeverCameFirst() {
        String first = join("first");
        String second = join("second");
        tickets.cancel(ticket.id());
        assertThat(waiting.byToken(first).orElseThrow().isOffered()).isTrue();
        assertThat(waiting.byToken(second).orElseThrow().isWaiting()).isTrue();
        assertThat(types.offers(date.id()).getFirst().isSoldOut()).isTrue();
    }

    @Test
    void passesAnOfferOnThatWasLeftOrLapsed() {
        String first = join("first");
        String second = join("second");
        String third = join("third");
        tickets.cancel(ticket.id());
        waiting.leave(first);
        assertThat(waiting.byToken(second).orElseThrow().isOffered()).isTrue();
        assertThat(queue.lapse(second)).isFalse();
        lapse(second);
        assertThat(queue.lapse(second)).isTrue();
        assertThat(waiting.byToken(third).orElseThrow().isOffered()).isTrue();
        assertThat(waiting.take(second, visitor)).isInstanceOf(TakeOutcome.NoLongerOffered.class);
    }

    @Test
    void keepsATakenPlaceFromTheOthersUntilItIsBought() {
        String first = join("first");
        String second = join("second");
        tickets.cancel(ticket.id());
        assertThat(waiting.take(first, visitor)).isInstanceOf(TakeOutcome.InBasket.class);
        assertThat(baskets.of(visitor).count()).isEqualTo(1);
        queue.offerNext(offer.id());
        assertThat(waiting.byToken(second).orElseThrow().isWaiting()).isTrue();
        assertThat(types.offers(date.id()).getFirst().isSoldOut()).isTrue();
    }

    @Test
    void takesAnAddressOnce() {
        join("first");
        assertThat(waiting.join(offer.id(), new Person("Again", "FIRST@rose-ash.example", null)))
            .isInstanceOf(JoinOutcome.AlreadyWaiting.class);
        assertThat(waiting.join(offer.id(), new Person("", "a@rose-ash.example", null)))
            .isInstanceOf(JoinOutcome.Invalid.class);
        assertThat(waiting.join(offer.id(), new Person("A", "nowhere", null))).isInstanceOf(JoinOutcome.Invalid.class);
        assertThat(waiting.join(-1, person("first"))).isInstanceOf(JoinOutcome.UnknownOffer.class);
    }

    private String join(String name) {
        return ((JoinOutcome.Joined) waiting.join(offer.id(), person(name))).place().token();
    }

    private static Person person(String name) {
        return new Person(name, name + "@rose-ash.example", null);
    }

    private void lapse(String token) {
        QuarkusTransaction.requiringNew()
            .run(() -> database.createNativeQuery("UPDATE waiting_places SET offer_until = now() WHERE token = :token")
                .setParameter("token", token)
                .executeUpdate());
    }
}
