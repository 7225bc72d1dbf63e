package coop.roseash.sx.value;

/// What stops a program: a code, a message for its writer and, once known, the place.
public final class SxException extends RuntimeException {
    /// Characters; what a message is about, or what a program gives as one, may be as long as memory lets it.
    public static final int LONGEST_MESSAGE = 2_000;

    private final ErrorCode code;
    private int line;
    private int column;

    public SxException(ErrorCode code, String message) {
        super(beginning(message), null, false, false);
        this.code = code;
    }

    private static String beginning(String message) {
        int most = LONGEST_MESSAGE - 1;
        if (message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        return message.substring(0, Character.isHighSurrogate(message.charAt(most - 1)) ? most - 1 : most) + "…";
    }

    /// The message, which is always there.
    public String message() {
        return String.valueOf(getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /// The line, counted from 1, or 0 if it is not known.
    public int line() {
        return line;
    }

    /// The column, counted from 1, or 0 if it is not known.
    public int column() {
        return column;
    }

    /// Remembers the place unless a more inner one is known.
    public SxException at(int position) {
        if (line == 0 && position != 0) {
            line = Position.line(position);
            column = Position.column(position);
        }
        return this;
    }
}
