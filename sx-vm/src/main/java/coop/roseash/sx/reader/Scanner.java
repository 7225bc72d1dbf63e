package coop.roseash.sx.reader;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Position;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;

/// Walks over the characters of a program, counting lines and columns.
final class Scanner {
    private final String source;
    private int at;
    private int line = 1;
    private int lineStart;
    /// The column of a place in the line, from which that of a later one is counted.
    private int column;
    private int columnAt;

    Scanner(String source) {
        this.source = source;
    }

    int position() {
        int end = Math.min(at, lineStart + 4_096);
        if (columnAt < lineStart || columnAt > end) {
            column = 0;
            columnAt = lineStart;
        }
        column += source.codePointCount(columnAt, end);
        columnAt = end;
        return Position.of(line, column + 1);
    }

    char peek() {
        return source.charAt(at);
    }

    /// The character so far ahead, or 0 behind the end.
    char peekAt(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : 0;
    }

    char next() {
        char c = source.charAt(at++);
        if (c == '\n') {
            line++;
            lineStart = at;
        }
        return c;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    /// Skips blanks and comments to the end of the line; false at the end of the text.
    boolean skipToToken() {
        while (at < source.length()) {
            char c = peek();
            if (c == ';') {
                skipLine();
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfeff) {
                next();
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipLine() {
        while (at < source.length() && peek() != '\n') {
            at++;
        }
    }

    String word() {
        int start = at;
        while (at < source.length() && Printer.isNameCharacter(peek())) {
            at++;
        }
        if (at == start) {
            throw error("the character U+%04X has no meaning here".formatted((int) peek()), position());
        }
        return source.substring(start, at);
    }

    /// The contents of a string whose opening quote is next.
    String string() {
        int start = position();
        next();
        StringBuilder text = new StringBuilder();
        while (at < source.length()) {
            char c = next();
            if (c == '"') {
                return text.toString();
            }
            if (c == '\\') {
                escape(text, start);
            } else {
                text.append(c);
            }
        }
        throw error("this string is never finished", start);
    }

    private void escape(StringBuilder text, int start) {
        int position = position();
        if (at >= source.length()) {
            throw error("this string is never finished", start);
        }
        char c = next();
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case '0' -> text.append('\0');
            case '"', '\\', '/', '\'' -> text.append(c);
            case 'u' -> unicode(text, position);
            case '\n' -> {
            }
            default ->
                throw error("\\" + c + " is no escape; those are \\n \\t \\r \\\" \\\\ and \\u followed by four digits",
                        position);
        }
    }

    private void unicode(StringBuilder text, int position) {
        boolean braced = peekAt(0) == '{';
        int end = braced ? source.indexOf('}', at) : at + 4;
        String digits = end < 0 || end > source.length() ? "" : source.substring(braced ? at + 1 : at, end);
        if (!digits.matches("[0-9a-fA-F]{1,6}") || Integer.parseInt(digits, 16) > Character.MAX_CODE_POINT) {
            throw error("\\u wants four hexadecimal digits, or up to six in braces", position);
        }
        text.appendCodePoint(Integer.parseInt(digits, 16));
        at = braced ? end + 1 : end;
    }

    private static SxException error(String message, int position) {
        return new SxException(ErrorCode.PARSE_ERROR, message).at(position);
    }
}
