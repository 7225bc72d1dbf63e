package coop.roseash.sx.limit;

/// What a profile may grant beyond pure computation.
public enum Capability {
    /// `raw!`: HTML as it stands.
    RAW,
    /// `now`: the clock.
    CLOCK,
    /// `random-int`.
    RANDOM,
    /// Any tag, attribute and address in pages.
    ANY_MARKUP
}
