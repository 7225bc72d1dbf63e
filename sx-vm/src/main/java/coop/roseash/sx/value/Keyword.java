package coop.roseash.sx.value;

/// A name with a colon, as written or quoted; evaluated it is a string.
public record Keyword(String name) {
    @Override
    public String toString() {
        return ":" + name;
    }
}
