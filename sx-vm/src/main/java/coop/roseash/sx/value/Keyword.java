package coop.roseash.sx.value;

/// A name with a colon, as written or quoted; evaluated it is a string.
public record Keyword(String name) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Keyword keyword && keyword.name.equals(name);
    }

    @Override
    public int hashCode() {
        return ~name.hashCode();
    }

    @Override
    public String toString() {
        return ":" + name;
    }
}
