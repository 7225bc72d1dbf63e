package coop.roseash.infrastructure.fragment;

/// The page on which a fragment is shown.
public final class Here {
    /// Stands in a lent fragment for the address of the page that shows it, encoded for a query: its copy can then be
    /// the same on every page. For example `/auth/login?to=@here@`.
    public static final String PLACEHOLDER = "@here@";

    private Here() {}
}
