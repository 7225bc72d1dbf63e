package coop.roseash.sx;

import java.util.EnumSet;
import java.util.Set;

import coop.roseash.sx.limit.Capability;
import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.limit.Meter;

/// Who runs a program: how much it may use and what it may do.
///
/// @param tenant by whose name the classes are counted that hot functions become
public record Profile(Limits limits, Set<Capability> capabilities, String tenant) {
    /// The tenant of what the platform runs for itself.
    static final String PLATFORM = "platform";

    public Profile {
        capabilities = Set.copyOf(capabilities);
    }

    public Profile(Limits limits, Set<Capability> capabilities) {
        this(limits, capabilities, PLATFORM);
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
        return new Profile(newLimits, capabilities, tenant);
    }

    /// The same for one of those who share a server, so that none takes the room of others.
    public Profile forTenant(String newTenant) {
        return new Profile(limits, capabilities, newTenant);
    }

    Meter meter() {
        return new Meter(limits, capabilities);
    }
}
