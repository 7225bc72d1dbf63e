package coop.roseash.sx.value;

/// A piece of a page: a tag (or `<>` for siblings without one), attributes and children.
public record Element(String tag, SxDict attributes, SxList children) {
    public static final String FRAGMENT = "<>";
}
