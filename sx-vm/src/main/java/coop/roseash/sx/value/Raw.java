package coop.roseash.sx.value;

/// HTML that is trusted as it stands; only a capability can make one.
public record Raw(String html) {}
