package coop.roseash.dev.sumup;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/// What testers ask of the sandbox from outside, under `/sandbox/`; the original has nothing of this.
final class Controls {
    private final Faults faults;
    private final SettableClock clock;
    private final Ledger ledger;
    private final Books books;

    Controls(Faults faults, SettableClock clock, Ledger ledger, Books books) {
        this.faults = faults;
        this.clock = clock;
        this.ledger = ledger;
        this.books = books;
    }

    Optional<Answer> answer(Request request) {
        try {
            if (request.is("POST", "sandbox/faults")) {
                Map<String, String> form = request.form();
                faults.next(Operation.valueOf(form.getOrDefault("operation", "")),
                        Fault.valueOf(form.getOrDefault("fault", "")),
                        Integer.parseInt(form.getOrDefault("times", "1")));
                return Optional.of(Answer.empty(204));
            }
            if (request.is("DELETE", "sandbox/faults")) {
                faults.none();
                return Optional.of(Answer.empty(204));
            }
            if (request.is("POST", "sandbox/clock")) {
                clock.advance(Duration.parse(request.form().getOrDefault("advance", "")));
                return Optional.of(Answer.empty(204));
            }
            if (request.is("POST", "sandbox/checkouts/*/late-payment")) {
                books.payLate(request.path().get(2));
                return Optional.of(Answer.empty(204));
            }
            if (request.is("GET", "sandbox/ledger")) {
                String lines = String.join("\n", ledger.lines());
                return Optional.of(new Answer(200, "application/x-ndjson", lines, Map.of()));
            }
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Refusal.invalid(String.valueOf(e.getMessage()));
        }
    }
}
