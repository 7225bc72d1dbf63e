package coop.roseash.contract.activity;

/// Who may see a note.
public enum Visibility {
    /// Everyone, and in public lists.
    PUBLIC,
    /// Everyone who knows its address; not in public lists.
    UNLISTED,
    /// The author's followers and those it names.
    FOLLOWERS,
    /// Only those it names.
    DIRECT;

    public boolean isPublic() {
        return this == PUBLIC || this == UNLISTED;
    }
}
