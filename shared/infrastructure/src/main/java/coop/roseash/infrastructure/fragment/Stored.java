package coop.roseash.infrastructure.fragment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A kept copy: its content, until when it is current, and the generation in which it was made.
record Stored(String html, Instant until, String generation) {
    static Stored of(Lent lent, String generation, Instant now) {
        return new Stored(lent.html(), now.plus(lent.timeToLive()), generation);
    }

    boolean isCurrent(String generationNow, Instant now) {
        return generation.equals(generationNow) && now.isBefore(until);
    }

    /// For Redis: a line about the copy, then the copy.
    String encode() {
        return until.toEpochMilli() + " " + generation + "\n" + html;
    }

    /// Empty when it is not one of ours.
    static Optional<Stored> decode(String text) {
        int space = text.indexOf(' ');
        int line = text.indexOf('\n');
        if (space < 1 || line < space) {
            return Optional.empty();
        }
        try {
            Instant until = Instant.ofEpochMilli(Long.parseLong(text.substring(0, space)));
            return Optional.of(new Stored(text.substring(line + 1), until, text.substring(space + 1, line)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// How long Redis keeps it: while it is current, and then for the case that its lender is ill.
    Duration keep(Instant now, Duration stale) {
        return Duration.between(now, until).plus(stale);
    }
}
