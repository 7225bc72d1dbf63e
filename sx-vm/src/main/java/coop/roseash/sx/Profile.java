package coop.roseash.sx;

import java.util.EnumSet;
import java.util.Set;

import coop.roseash.sx.limit.Capability;
import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.limit.Meter;

/// Who runs a program: how much it may use and what it may do.
public record Profile(Limits limits, Set<Capability> capabilities) {
    public Profile {
        capabilities = Set.copyOf(capabilities);
    }

    /// What a member writes: no clock, no randomness, no raw HTML.
    public static Profile author() {
        return new Profile(Limits.author(), Set.of());
    }

    /// The platform's own programs.
    public static Profile trusted() {
        return new Profile(Limits.trusted(), EnumSet.allOf(Capability.class));
    }

    public Profile with(Limits newLimits) {
        return new Profile(newLimits, capabilities);
    }

    Meter meter() {
        return new Meter(limits, capabilities);
    }
}
