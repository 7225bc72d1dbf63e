package coop.roseash.contract.fragment;

/// The word that copies of a lent fragment are out of date, and how it is written in Redis.
///
/// A copy notes the generation under which it was made; a change begins a new generation, so that an older copy is
/// never taken for a current one, even where it was being fetched while the change happened.
///
/// @param visitor the key of the visitor whose copies are meant; empty for everybody's
public record FragmentChange(String type, String visitor) {
    /// The Redis channel on which changes are told.
    public static final String CHANNEL = "fragment-changes";

    /// The Redis key of the current generation.
    public String generationKey() {
        return visitor.isEmpty() ? "fragment-generation:" + type : "fragment-generation:" + type + ":" + visitor;
    }

    /// As it is told on the channel.
    public String message() {
        return type + " " + visitor;
    }

    /// Reads what was told on the channel.
    public static FragmentChange of(String message) {
        int space = message.indexOf(' ');
        return space < 0
                ? new FragmentChange(message, "")
                : new FragmentChange(message.substring(0, space), message.substring(space + 1));
    }

    /// Whether a copy of this type for this visitor (empty for everybody) is meant.
    public boolean concerns(String copyType, String copyVisitor) {
        return type.equals(copyType) && (visitor.isEmpty() || visitor.equals(copyVisitor));
    }
}
