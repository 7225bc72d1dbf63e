package coop.roseash.sx.value;

/// What stops a program: a code, a message for its writer and, once known, the place.
public final class SxException extends RuntimeException {
    private final ErrorCode code;
    private int line;
    private int column;

    public SxException(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
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
