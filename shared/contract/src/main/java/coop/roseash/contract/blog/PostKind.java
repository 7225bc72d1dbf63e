package coop.roseash.contract.blog;

import java.util.Locale;

/// A dated post that appears in lists and feeds, or a page that stands alone.
public enum PostKind {
    POST, PAGE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
