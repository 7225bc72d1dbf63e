package coop.roseash.service.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.event.CalendarImports;
import coop.roseash.contract.event.CalendarImports.ImportOutcome;
import coop.roseash.contract.event.CalendarImports.Report;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Ticket;
import coop.roseash.contract.event.TicketOffer;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.trade.VatClass;

/// Entries, tickets and orders for tests, each with names of its own so that no test meets another's.
@ApplicationScoped
class Fixture {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    CalendarImports imports;
    @Inject
    Entries entries;
    @Inject
    TicketTypes types;
    @Inject
    Tickets tickets;
    @Inject
    EntityManager database;

    static String name(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String file(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Europe/London\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    /// @param lines besides UID and SUMMARY
    static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:About " + uid + "\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    static String start(LocalDateTime local) {
        return "DTSTART;TZID=Europe/London:" + CalendarText.DATE_TIME.format(local);
    }

    Report read(String calendar, String file) {
        ImportOutcome outcome = imports.read(calendar, file.getBytes(StandardCharsets.UTF_8));
        return ((ImportOutcome.Imported) outcome).report();
    }

    /// An entry on one date.
    EntryInstance date(Instant starts) {
        String uid = name("entry");
        LocalDateTime utc = starts.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).toLocalDateTime();
        read(name("calendar"),
                file(event(uid, "DTSTART:" + CalendarText.DATE_TIME.format(utc) + "Z", "DURATION:PT2H")));
        return dates(uid).getFirst();
    }

    Entry entry(String uid) {
        return entries.byUid(uid).orElseThrow();
    }

    List<EntryInstance> dates(String uid) {
        return entries.dates(entry(uid).id(), new PageRequest(1, 200)).items();
    }

    TicketOffer offer(EntryInstance date, int quota) {
        types.define(date.entryId(), new TicketTypes.Definition("Place", "",
                new Money(1200, Currency.getInstance("GBP")), VatClass.STANDARD, quota, null, null));
        return types.offers(date.id()).getFirst();
    }

    Ticket ticket(TicketOffer offer) {
        var given = tickets.give(offer.id(), List.of(new Tickets.Holder("Ada", "ada@rose-ash.example")));
        return ((Tickets.GiveOutcome.Given) given).tickets().getFirst();
    }

    /// An order with one line of tickets, as cart would have kept it.
    long order(TicketOffer offer, int quantity, String state) {
        String number = name("RA");
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = ((Number) database.createNativeQuery("""
                    INSERT INTO orders (number, secret, basket_key, placement_key, placement_hash, email, buyer_name,
                        state, currency, total_minor, reservation_id, placed_at, expires_at)
                    VALUES (:number, :number, :number, '1', '', 'ada@rose-ash.example', 'Ada', :state, 'GBP',
                        1200 * :quantity, 0, now(), now()) RETURNING id""")
                .setParameter("number", number)
                .setParameter("state", state)
                .setParameter("quantity", quantity)
                .getSingleResult()).longValue();
            database.createNativeQuery("""
                    INSERT INTO order_lines (order_id, line_number, kind, item_id, name, detail, unit_minor, quantity,
                        total_minor, vat_rate, vat_minor)
                    VALUES (:order, 1, 'TICKET', :item, 'Place', '', 1200, :quantity, 1200 * :quantity, 2000, 0)""")
                .setParameter("order", id)
                .setParameter("item", offer.id())
                .setParameter("quantity", quantity)
                .executeUpdate();
            return id;
        });
    }

    void state(long order, String state) {
        QuarkusTransaction.requiringNew()
            .run(() -> database.createNativeQuery("UPDATE orders SET state = :state WHERE id = :id")
                .setParameter("state", state)
                .setParameter("id", order)
                .executeUpdate());
    }

    /// Does the same so many times at once.
    static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, times).mapToObj(i -> threads.submit(work)).toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
