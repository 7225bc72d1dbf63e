package coop.roseash.contract.market;

/// How much one variant holds.
///
/// @param label as printed on the packet, for example `6 × 330 ml`
/// @param amount in whole units, at least 1
public record Size(String label, Unit unit, int amount) {
    public enum Unit {
        GRAM, MILLILITRE, PIECE
    }

    public Size {
        if (amount < 1) {
            throw new IllegalArgumentException("A size holds something");
        }
    }

    /// Whether a price per kilogram, litre or piece tells more than the price itself.
    public boolean comparable() {
        return unit != Unit.PIECE || amount > 1;
    }

    public static Size single() {
        return new Size("each", Unit.PIECE, 1);
    }
}
