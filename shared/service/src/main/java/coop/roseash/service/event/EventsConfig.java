package coop.roseash.service.event;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The knobs of calendars, tickets and bookings.
@ConfigMapping(prefix = "events")
interface EventsConfig {
    Expansion expansion();

    Sales tickets();

    CheckIn checkIn();

    Waiting waitingList();

    Booking bookings();

    /// How far series are computed into rows; more months make lists reach further and imports slower.
    interface Expansion {
        @WithDefault("18")
        int months();

        /// How long ago an imported series still gets rows for its past.
        @WithDefault("90d")
        Duration past();

        @WithDefault("1000")
        int maximum();

        /// The longest that computing one series may take.
        @WithDefault("1s")
        Duration limit();

        /// How often series are carried on to the horizon, and new dates opened for sale.
        @WithDefault("1h")
        Duration every();
    }

    interface Sales {
        /// Dates further away than this are not on sale yet.
        @WithDefault("90d")
        Duration ahead();
    }

    interface CheckIn {
        /// How long before its start a date lets ticket holders in.
        @WithDefault("2h")
        Duration opensBefore();

        /// How long after its end a date still lets ticket holders in.
        @WithDefault("1h")
        Duration closesAfter();
    }

    interface Waiting {
        /// How long an offered place is held.
        @WithDefault("24h")
        Duration offer();

        /// How often offers that lapsed go to the next.
        @WithDefault("1m")
        Duration every();

        /// The most people that may wait for one kind of ticket on one date.
        @WithDefault("200")
        int maximum();
    }

    interface Booking {
        /// How far ahead members may book.
        @WithDefault("90d")
        Duration ahead();

        /// A booking can be cancelled until this long before it starts.
        @WithDefault("1h")
        Duration cancelUntil();

        /// The most slots in one booking.
        @WithDefault("8")
        int maximumSlots();
    }
}
