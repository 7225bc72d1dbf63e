package coop.roseash.sx.value;

/// A function written in SX, whatever engine made it.
public interface Procedure {
    /// Its name for messages.
    String name();
}
