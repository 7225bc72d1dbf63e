package coop.roseash.sx.primitive;

import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

import coop.roseash.sx.limit.Meter;

/// Watches a text grow: counts the work, and stops what would become larger than the memory that is left.
final class Writing implements IntConsumer {
    private static final int PIECE = 512;
    private final Meter meter;
    private long length;

    Writing(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void accept(int more) {
        length += more;
        meter.work(more);
        meter.requireRoom(length);
    }

    /// Changes a text piece by piece, since the JDK takes long for whole ones; no word is cut that is shorter than a piece.
    static String inPieces(Meter meter, String text, UnaryOperator<String> change) {
        Writing writing = new Writing(meter);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int to = end(text, from);
            String piece = change.apply(text.substring(from, to));
            writing.accept(Math.max(piece.length(), to - from));
            out.append(piece);
            from = to;
        }
        meter.string(out.length());
        return out.toString();
    }

    private static int end(String text, int from) {
        if (text.length() - from <= PIECE) {
            return text.length();
        }
        int most = from + PIECE;
        for (int to = most; to > from; to--) {
            if (Character.isWhitespace(text.charAt(to - 1))) {
                return to;
            }
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
