package coop.roseash.service.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.contract.event.CheckIns;
import coop.roseash.contract.event.CheckIns.Answer;
import coop.roseash.contract.event.CheckIns.Scan;
import coop.roseash.contract.event.EntryDesk;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.event.Tickets.CancelOutcome;
import coop.roseash.contract.trade.Offers;
import coop.roseash.testing.EmbeddedServices;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class TicketsTest {
    @Inject
    Fixture fixture;
    @Inject
    TicketIssuer issuer;
    @Inject
    TicketOffers offers;
    @Inject
    Tickets tickets;
    @Inject
    TicketTypes types;
    @Inject
    CheckIns checkIns;
    @Inject
    EntryDesk desk;

    private EntryInstance date;
    private TicketOffer offer;

    @BeforeEach
    void sellTickets() {
        date = fixture.date(Instant.now().plus(Duration.ofHours(1)));
        offer = fixture.offer(date, 10);
    }

    @Test
    void issuesEachPaidPlaceOnceHoweverManyHandlersRun() throws Exception {
        long order = fixture.order(offer, 3, "PAID");
        Fixture.atOnce(6, () -> {
            issuer.issue(order);
            return true;
        });
        assertThat(tickets.ofOrder(order)).hasSize(3).extracting(Ticket::reference).doesNotHaveDuplicates();
        assertThat(tickets.ofOrder(order)).allSatisfy(
                ticket -> assertThat(tickets.byCode(ticket.code()).orElseThrow().id()).isEqualTo(ticket.id()));
    }

    @Test
    void lookUpOnlyCodesWeSigned() {
        String code = fixture.ticket(offer).code();
        char last = code.charAt(60);
        String forged = code.substring(0, 60) + (last == 'A' ? 'B' : 'A') + code.substring(61);
        assertThat(tickets.byCode(forged)).isEmpty();
        assertThat(tickets.byCode(code.replaceFirst("RA1\\.\\d+", "RA1.1"))).isEmpty();
        assertThat(tickets.byCode("RA1.1.99." + "A".repeat(86))).isEmpty();
    }

    @Test
    void admitsATicketOnceWhenTwoGatesScanAtTheSameMoment() throws Exception {
        String code = fixture.ticket(offer).code();
        List<Answer> answers = Fixture.atOnce(8, () -> checkIns.redeem(scan(code)));
        assertThat(answers).filteredOn(Answer.Admitted.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Answer.AlreadyRedeemed.class::isInstance)
            .hasSize(7)
            .allSatisfy(answer -> assertThat(((Answer.AlreadyRedeemed) answer).gate()).isEqualTo("Front"));
        assertThat(checkIns.counts(date.id())).isEqualTo(new CheckIns.Counts(1, 1));
    }

    @Test
    void answersTheSameScanAlikeHoweverOftenItComes() throws Exception {
        Scan scan = scan(fixture.ticket(offer).code());
        assertThat(Fixture.atOnce(4, () -> checkIns.redeem(scan))).allMatch(Answer.Admitted.class::isInstance);
    }

    @Test
    void takesAReferenceAsItIsTyped() {
        String typed = fixture.ticket(offer).reference().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(checkIns.redeem(scan(typed))).isInstanceOf(Answer.Admitted.class);
    }

    @Test
    void refusesWhatIsNoTicket() {
        assertThat(checkIns.redeem(scan(""))).isInstanceOf(Answer.Invalid.class);
        assertThat(checkIns.redeem(scan("RA1.1.1.x"))).isInstanceOf(Answer.Invalid.class);
        assertThat(checkIns.redeem(scan("AAAA-AAAA"))).isInstanceOf(Answer.Invalid.class);
    }

    @Test
    void refusesAnOrderThatIsNotPaidAnyMore() {
        long order = fixture.order(offer, 1, "PAID");
        issuer.issue(order);
        fixture.state(order, "REFUNDED");
        String code = tickets.ofOrder(order).getFirst().code();
        assertThat(checkIns.redeem(scan(code))).isInstanceOf(Answer.Unpaid.class);
    }

    @Test
    void refusesACancelledTicketAndACancelledEntry() {
        Ticket ticket = fixture.ticket(offer);
        Ticket other = fixture.ticket(offer);
        assertThat(tickets.cancel(ticket.id())).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(checkIns.redeem(scan(ticket.code()))).isInstanceOf(Answer.Cancelled.class);
        desk.cancel(date.entryId());
        assertThat(checkIns.redeem(scan(other.code()))).isInstanceOf(Answer.Cancelled.class);
    }

    @Test
    void refusesATicketForSomethingElse() {
        EntryInstance elsewhere = fixture.date(Instant.now());
        String code = fixture.ticket(offer).code();
        Scan scan = new Scan(code, elsewhere.id(), Fixture.name("nonce"), "Front", 1, false);
        assertThat(checkIns.redeem(scan)).isInstanceOf(Answer.WrongEntry.class);
    }

    @Test
    void refusesTheWrongHourUnlessTheStewardInsists() {
        date = fixture.date(Instant.now().plus(Duration.ofDays(3)));
        String code = fixture.ticket(fixture.offer(date, 1)).code();
        assertThat(checkIns.redeem(scan(code))).isInstanceOf(Answer.OutsideTime.class);
        assertThat(checkIns.redeem(new Scan(code, date.id(), Fixture.name("nonce"), "Front", 1, true)))
            .isInstanceOf(Answer.Admitted.class);
    }

    @Test
    void cancelsATicketOnceAndPutsItsPlaceBack() throws Exception {
        Ticket ticket = fixture.ticket(offer);
        assertThat(left()).isEqualTo(9);
        assertThat(Fixture.atOnce(4, () -> tickets.cancel(ticket.id())))
            .filteredOn(CancelOutcome.Cancelled.class::isInstance)
            .hasSize(1);
        assertThat(left()).isEqualTo(10);
    }

    @Test
    void doesNotCancelATicketThatLetSomebodyIn() {
        Ticket ticket = fixture.ticket(offer);
        checkIns.redeem(scan(ticket.code()));
        assertThat(tickets.cancel(ticket.id())).isInstanceOf(CancelOutcome.AlreadyRedeemed.class);
    }

    @Test
    void changesAQuotaByTheDifferenceButNotBelowWhatIsTaken() {
        fixture.ticket(offer);
        assertThat(fixture.offer(date, 12).left()).isEqualTo(11);
        assertThat(fixture.offer(date, 1).left()).isZero();
        fixture.offer(date, 0);
        assertThat(types.ofEntry(date.entryId()).getFirst().quota()).isEqualTo(1);
    }

    @Test
    void offersTicketsToTheCartWhileTheyAreOnSale() {
        Offers forCart = offers;
        var sold = forCart.byIds(List.of(offer.id(), -1L)).get(offer.id());
        assertThat(sold.price()).hasToString("£12.00");
        assertThat(sold.page().toString()).endsWith(date.path());
        desk.cancel(date.entryId());
        assertThat(forCart.byIds(List.of(offer.id()))).isEmpty();
    }

    private int left() {
        return types.offers(date.id()).getFirst().left();
    }

    private Scan scan(String code) {
        return new Scan(code, date.id(), Fixture.name("nonce"), "Front", 1, false);
    }
}
