package coop.roseash.service.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import coop.roseash.contract.event.Booking;
import coop.roseash.contract.event.Bookings;
import coop.roseash.contract.event.Place;
import coop.roseash.contract.event.Resource;
import coop.roseash.contract.fragment.FragmentChanges;
import coop.roseash.contract.member.Visitor;
import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;
import coop.roseash.model.event.BookingRow;
import coop.roseash.service.event.BookingRepository.Times;

/// Books rooms, stalls and tools by whole slots.
@ApplicationScoped
@Transactional
class BookingDesk implements Bookings {
    private static final int LONGEST_PURPOSE = 200;
    private static final String FRAGMENT = "account-bookings";

    private final ResourceRepository resources;
    private final BookingRepository bookings;
    private final PlaceRepository places;
    private final FragmentChanges fragments;
    private final EventsConfig.Booking config;
    private final Clock clock;

    BookingDesk(ResourceRepository resources, BookingRepository bookings, PlaceRepository places,
            FragmentChanges fragments, EventsConfig config, Clock clock) {
        this.resources = resources;
        this.bookings = bookings;
        this.places = places;
        this.fragments = fragments;
        this.config = config.bookings();
        this.clock = clock;
    }

    @Override
    public List<Resource> resources() {
        return resources.all();
    }

    @Override
    public Optional<Resource> resource(String slug) {
        return resources.bySlug(slug);
    }

    @Override
    public Resource save(Resource resource, Place place) {
        return resources.save(resource, places.idOf(place));
    }

    @Override
    public List<Slot> slots(Resource resource, LocalDate day) {
        Instant now = clock.instant();
        List<Times> taken = bookings.taken(resource.id(), at(resource, day, resource.opens()),
                at(resource, day, resource.closes()));
        List<Slot> slots = new ArrayList<>();
        LocalTime from = resource.opens();
        for (LocalTime to = next(resource, from); to != null; to = next(resource, from)) {
            Instant starts = at(resource, day, from);
            Instant ends = at(resource, day, to);
            boolean free = starts.isAfter(now) && isWithinReach(resource, day, now)
                    && taken.stream()
                        .noneMatch(
                                other -> other.startsAt().isBefore(ends) && starts.isBefore(other.endsAt()));
            slots.add(new Slot(from, to, free));
            from = to;
        }
        return slots;
    }

    @Override
    public BookOutcome book(long memberId, Request request) {
        Resource resource = resources.bySlug(request.resource()).orElse(null);
        if (resource == null) {
            return new BookOutcome.UnknownResource();
        }
        LocalTime to = end(resource, request);
        BookOutcome.Invalid problem = problemOf(resource, request, to);
        if (problem != null || to == null) {
            return problem == null ? new BookOutcome.Invalid("slots", "It would go on after closing time") : problem;
        }
        Instant now = clock.instant();
        Times times = new Times(at(resource, request.day(), request.from()), at(resource, request.day(), to));
        return bookings.insert(resource.id(), memberId, request.purpose().strip(), times, now)
            .<BookOutcome>map(id -> {
                fragments.changed(FRAGMENT, new Visitor.SignedIn(memberId));
                return new BookOutcome.Booked(bookings.one(id).orElseThrow());
            })
            .orElseGet(BookOutcome.Taken::new);
    }

    @Override
    public Page<Booking> upcomingOf(long memberId, PageRequest request) {
        return Page.of(bookings.upcomingOf(memberId, clock.instant(), request), request);
    }

    @Override
    public CancelOutcome cancel(long bookingId, long memberId) {
        BookingRow row = bookings.findById(bookingId);
        if (row == null || row.memberId == null || row.memberId != memberId) {
            return new CancelOutcome.NotYours();
        }
        if (clock.instant().isAfter(row.startsAt.minus(config.cancelUntil()))) {
            return new CancelOutcome.TooLate();
        }
        bookings.cancel(bookingId);
        fragments.changed(FRAGMENT, new Visitor.SignedIn(memberId));
        return new CancelOutcome.Cancelled();
    }

    private BookOutcome.@Nullable Invalid problemOf(Resource resource, Request request, @Nullable LocalTime to) {
        Instant now = clock.instant();
        if (request.slots() < 1 || request.slots() > config.maximumSlots()) {
            return new BookOutcome.Invalid("slots", "Between 1 and " + config.maximumSlots() + " slots");
        }
        if (slots(resource, request.day()).stream().noneMatch(slot -> slot.from().equals(request.from()))) {
            return new BookOutcome.Invalid("from", "Choose one of the day's slots");
        }
        if (to == null) {
            return new BookOutcome.Invalid("slots", "It would go on after closing time");
        }
        if (!at(resource, request.day(), request.from()).isAfter(now)) {
            return new BookOutcome.Invalid("from", "This slot has begun already");
        }
        if (!isWithinReach(resource, request.day(), now)) {
            return new BookOutcome.Invalid("day", "Book at most " + config.ahead().toDays() + " days ahead");
        }
        return request.purpose().isBlank() || request.purpose().length() > LONGEST_PURPOSE
                ? new BookOutcome.Invalid("purpose", "Say what for, in at most 200 characters")
                : null;
    }

    private boolean isWithinReach(Resource resource, LocalDate day, Instant now) {
        return !day.isAfter(now.plus(config.ahead()).atZone(resource.zone()).toLocalDate());
    }

    private @Nullable LocalTime end(Resource resource, Request request) {
        LocalTime to = request.from();
        for (int slot = 0; slot < request.slots() && slot < config.maximumSlots() && to != null; slot++) {
            to = next(resource, to);
        }
        return to;
    }

    /// Where the slot from this time ends; null when that is after closing time or past midnight.
    private static @Nullable LocalTime next(Resource resource, LocalTime from) {
        LocalTime to = from.plusMinutes(resource.slotMinutes());
        return to.isAfter(from) && !to.isAfter(resource.closes()) ? to : null;
    }

    private static Instant at(Resource resource, LocalDate day, LocalTime time) {
        return WallClock.resolve(day.atTime(time), resource.zone());
    }
}
