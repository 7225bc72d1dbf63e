package coop.roseash.events.ticket;

import java.util.Map;

/// The form to join a waiting list, as it was filled in.
///
/// @param errors field → message
public record WaitingForm(long offer, String name, String email, Map<String, String> errors) {
    public WaitingForm {
        errors = Map.copyOf(errors);
    }
}
