package coop.roseash.events.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.event.CalendarImports;
import coop.roseash.contract.event.CalendarImports.ImportOutcome;
import coop.roseash.contract.event.Calendars;
import coop.roseash.contract.event.Entries;
import coop.roseash.contract.event.Entry;
import coop.roseash.contract.event.EntryInstance;
import coop.roseash.contract.event.Place;
import coop.roseash.contract.event.Resource;
import coop.roseash.contract.event.TicketTypes;
import coop.roseash.contract.event.TicketTypes.DefineOutcome;
import coop.roseash.contract.event.TicketTypes.Definition;
import coop.roseash.contract.event.Tickets;
import coop.roseash.contract.event.Tickets.Holder;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.money.Money;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.contract.trade.VatClass;

/// Reads the demo's calendar files, tickets and rooms through the same doors as a steward's, where `DEMO_CONTENT`
/// names the folder and no calendar exists yet.
@ApplicationScoped
class DemoCalendars {
    private static final Logger LOG = Logger.getLogger(DemoCalendars.class);
    private static final Currency POUNDS = Currency.getInstance("GBP");

    private final CalendarImports imports;
    private final Calendars calendars;
    private final Entries entries;
    private final TicketTypes types;
    private final Tickets tickets;
    private final Bookings bookings;
    private final ObjectMapper json;
    private final Optional<String> folder;

    /// `demo.json` beside the calendar files.
    ///
    /// @param guests who has the places of what is sold out
    record Demo(List<String> calendars, List<Kind> tickets, List<Room> rooms, List<String> guests) {}

    /// @param soldOut every place of the next date is given away
    record Kind(String uid, String name, String description, long minor, int quota, boolean soldOut) {}

    record Room(String slug, String name, String description, Resource.Kind kind, LocalTime opens, LocalTime closes,
            int slotMinutes) {}

    DemoCalendars(CalendarImports imports, Calendars calendars, Entries entries, TicketTypes types, Tickets tickets,
            Bookings bookings, ObjectMapper json, @ConfigProperty(name = "demo.content") Optional<String> folder) {
        this.imports = imports;
        this.calendars = calendars;
        this.entries = entries;
        this.types = types;
        this.tickets = tickets;
        this.bookings = bookings;
        this.json = json;
        this.folder = folder;
    }

    void start(@Observes StartupEvent event) {
        folder.map(path -> Path.of(path, "events"))
            .filter(path -> Files.isReadable(path.resolve("demo.json")))
            .ifPresent(path -> Thread.ofVirtual().name("demo-calendars").start(() -> load(path)));
    }

    void load(Path path) {
        try {
            if (calendars.visibleTo(new Visitor.Guest("")).isEmpty()) {
                Demo demo = json.readValue(path.resolve("demo.json").toFile(), Demo.class);
                demo.rooms.forEach(this::open);
                for (String calendar : demo.calendars) {
                    read(calendar, Files.readAllBytes(path.resolve(calendar + ".ics")));
                }
                demo.tickets.forEach(kind -> sell(kind, demo.guests));
                LOG.infof("Loaded %d demo calendars", demo.calendars.size());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo's calendars could not be loaded", e);
        }
    }

    private void read(String calendar, byte[] file) {
        switch (imports.read(calendar, file)) {
            case ImportOutcome.Imported imported -> imported.report()
                .problems()
                .forEach(problem -> LOG.warnf("%s: %s", problem.uid(), problem.message()));
            case ImportOutcome.Unreadable(int line, String message) ->
                throw new IllegalArgumentException(calendar + ".ics, line " + line + ": " + message);
        }
    }

    private void open(Room room) {
        bookings.save(new Resource(0, room.slug, room.name, room.description, room.kind, ZoneId.of("Europe/London"),
                room.opens, room.closes, room.slotMinutes), new Place(room.name, ""));
    }

    private void sell(Kind kind, List<String> guests) {
        Entry entry = entries.byUid(kind.uid).orElseThrow();
        Definition definition = new Definition(kind.name, kind.description, new Money(kind.minor, POUNDS),
                VatClass.STANDARD, kind.quota, null, null);
        DefineOutcome outcome = types.define(entry.id(), definition);
        if (!(outcome instanceof DefineOutcome.Defined)) {
            throw new IllegalArgumentException(kind.uid + ": " + outcome);
        }
        if (kind.soldOut) {
            EntryInstance next = entries.dates(entry.id(), new PageRequest(1, 1)).items().getFirst();
            types.offers(next.id())
                .stream()
                .filter(offer -> offer.name().equals(kind.name))
                .forEach(offer -> tickets.give(offer.id(), holders(guests, kind.quota)));
        }
    }

    private static List<Holder> holders(List<String> guests, int places) {
        return guests.stream()
            .limit(places)
            .map(name -> new Holder(name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@rose-ash.example"))
            .toList();
    }
}
