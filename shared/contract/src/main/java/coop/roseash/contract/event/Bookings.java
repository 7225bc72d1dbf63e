package coop.roseash.contract.event;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Rooms, stalls and tools, and who has them when; never two at once.
public interface Bookings {
    List<Resource> resources();

    Optional<Resource> resource(String slug);

    /// Creates the resource, or changes the one with this slug.
    ///
    /// @param resource its id is ignored
    /// @param place entries held in a place of this name take the resource
    Resource save(Resource resource, Place place);

    /// The day's slots in order.
    List<Slot> slots(Resource resource, LocalDate day);

    BookOutcome book(long memberId, Request request);

    /// A member's bookings that have not ended, earliest first.
    Page<Booking> upcomingOf(long memberId, PageRequest request);

    CancelOutcome cancel(long bookingId, long memberId);

    /// @param from local time in the resource's zone
    record Slot(LocalTime from, LocalTime to, boolean free) {}

    /// @param slots how many slots in a row
    record Request(String resource, LocalDate day, LocalTime from, int slots, String purpose) {}

    sealed interface BookOutcome {
        record Booked(Booking booking) implements BookOutcome {}

        /// Somebody has it for a part of this time.
        record Taken() implements BookOutcome {}

        record Invalid(String field, String message) implements BookOutcome {}

        record UnknownResource() implements BookOutcome {}
    }

    sealed interface CancelOutcome {
        record Cancelled() implements CancelOutcome {}

        record TooLate() implements CancelOutcome {}

        /// No such booking, or somebody else's.
        record NotYours() implements CancelOutcome {}
    }
}
