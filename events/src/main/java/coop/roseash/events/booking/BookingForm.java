package coop.roseash.events.booking;

import java.util.Map;

/// The booking form as it was filled in.
///
/// @param errors field → message
public record BookingForm(String from, String slots, String purpose, Map<String, String> errors) {
    static final BookingForm BLANK = new BookingForm("", "1", "", Map.of());

    public BookingForm {
        errors = Map.copyOf(errors);
    }

    BookingForm refuse(String field, String message) {
        return new BookingForm(from, slots, purpose, Map.of(field, message));
    }
}
