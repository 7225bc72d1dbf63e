package coop.roseash.sx.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Position;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// Reads text to values without recursion, remembering where each form was written.
public final class Reader {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final int POLL_EVERY = 256;

    private final Scanner scanner;
    private final int nesting;
    private final Runnable poll;
    private int tokens;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private Reader(String source, Limits limits, Runnable poll) {
        if (source.length() > limits.source()) {
            throw new SxException(ErrorCode.COMPILE_LIMIT,
                    "the program is longer than " + limits.source() + " characters");
        }
        this.scanner = new Scanner(source);
        this.nesting = limits.nesting();
        this.poll = poll;
    }

    /// A form whose end is not read yet: a bracket, or a quotation that waits for one form.
    private static final class Open {
        final char close;
        final int position;
        final String opening;
        final List<Object> items = new ArrayList<>();
        int[] positions = new int[8];

        Open(char close, int position, String opening) {
            this.close = close;
            this.position = position;
            this.opening = opening;
        }

        void add(Object item, int at) {
            if (items.size() == positions.length) {
                positions = Arrays.copyOf(positions, positions.length * 2);
            }
            positions[items.size()] = at;
            items.add(item);
        }

        SxList list() {
            SxList list = SxList.copyOf(items).at(position);
            list.setItemPositions(Arrays.copyOf(positions, items.size()));
            return list;
        }
    }

    private static final char QUOTATION = 'q';
    private static final char COMMENT = 'c';
    private static final char END = 'e';

    /// All forms of a program, as a list that knows their positions.
    public static SxList read(String source, Limits limits) {
        return read(source, limits, () -> {
        });
    }

    /// @param poll asked now and then whether there is still time
    public static SxList read(String source, Limits limits, Runnable poll) {
        return new Reader(source, limits, poll).read();
    }

    private SxList read() {
        Open top = new Open(END, Position.of(1, 1), "");
        open.push(top);
        while (scanner.skipToToken()) {
            int position = scanner.position();
            if (open.size() > nesting + 1) {
                throw new SxException(ErrorCode.COMPILE_LIMIT, "forms are nested deeper than " + nesting).at(position);
            }
            token(position);
        }
        Open unfinished = open.peek();
        if (unfinished != top) {
            throw error("this " + unfinished.opening + " is never finished", unfinished.position);
        }
        return top.list();
    }

    private void token(int position) {
        if (++tokens % POLL_EVERY == 0) {
            poll.run();
        }
        switch (scanner.peek()) {
            case '(' -> begin(')', position, "(");
            case '[' -> begin(']', position, "[");
            case '{' -> begin('}', position, "{");
            case ')', ']', '}' -> end(scanner.next(), position);
            case '\'' -> quotation("quote", "'", position);
            case '`' -> quotation("quasiquote", "`", position);
            case ',' -> quotation(scanner.peekAt(1) == '@' ? "splice-unquote" : "unquote",
                    scanner.peekAt(1) == '@' ? ",@" : ",", position);
            case '"' -> finish(scanner.string(), position);
            default -> {
                if (scanner.peek() == '#' && scanner.peekAt(1) == ';') {
                    scanner.skip(2);
                    open.push(new Open(COMMENT, position, "#;"));
                } else {
                    finish(atom(scanner.word(), position), position);
                }
            }
        }
    }

    private void begin(char close, int position, String opening) {
        scanner.skip(1);
        open.push(new Open(close, position, opening));
    }

    private void quotation(String name, String opening, int position) {
        scanner.skip(opening.length());
        Open form = new Open(QUOTATION, position, opening);
        form.add(symbol(name), position);
        open.push(form);
    }

    private Symbol symbol(String name) {
        return symbols.computeIfAbsent(name, Symbol::new);
    }

    private void end(char close, int position) {
        Open form = open.peek();
        if (form == null || form.close != close) {
            String why = form == null || form.close == END
                    ? "nothing is open that this " + close + " could close"
                    : "this " + close + " does not close the " + form.opening + " of line "
                            + Position.line(form.position);
            throw error(why, position);
        }
        open.pop();
        finish(switch (close) {
            case ')' -> form.list();
            case ']' -> form.list().bracketed();
            default -> dict(form);
        }, form.position);
    }

    private static SxDict dict(Open form) {
        if (form.items.size() % 2 != 0) {
            throw error("a dict is written as pairs of key and value; the last key here has no value", form.position);
        }
        SxDict dict = new SxDict();
        for (int i = 0; i < form.items.size(); i += 2) {
            dict.put(key(form.items.get(i), form.positions[i]), form.items.get(i + 1));
        }
        return dict;
    }

    private static String key(Object key, int position) {
        return switch (key) {
            case Keyword keyword -> keyword.name();
            case String text -> text;
            default ->
                throw error("the keys of a dict are keywords or strings, not " + Printer.brief(key, 60), position);
        };
    }

    /// Hands a finished form to what waits for it, closing the quotations around it.
    private void finish(Object finished, int position) {
        Object form = finished;
        int at = position;
        while (true) {
            Open around = open.element();
            if (around.close == COMMENT) {
                open.pop();
                return;
            }
            around.add(form, at);
            if (around.close != QUOTATION) {
                return;
            }
            open.pop();
            form = around.list();
            at = around.position;
        }
    }

    private Object atom(String word, int position) {
        if (word.charAt(0) == ':' && word.length() > 1) {
            return new Keyword(word.substring(1));
        }
        return switch (word) {
            case "nil" -> Nil.NIL;
            case "true", "#t" -> true;
            case "false", "#f" -> false;
            case "+inf.0" -> Double.POSITIVE_INFINITY;
            case "-inf.0" -> Double.NEGATIVE_INFINITY;
            case "+nan.0" -> Double.NaN;
            default -> isNumber(word) ? number(word, position) : symbol(word);
        };
    }

    private static boolean isNumber(String word) {
        int digit = word.charAt(0) == '-' || word.charAt(0) == '+' ? 1 : 0;
        if (digit < word.length() && word.charAt(digit) == '.') {
            digit++;
        }
        return digit < word.length() && word.charAt(digit) >= '0' && word.charAt(digit) <= '9';
    }

    private static Object number(String word, int position) {
        if (INTEGER.matcher(word).matches()) {
            try {
                return Long.valueOf(word);
            } catch (NumberFormatException _) {
                throw error("an integer has at most 64 bits; write a double with a point, not " + word, position);
            }
        }
        if (DECIMAL.matcher(word).matches()) {
            return Double.valueOf(word);
        }
        throw error("names do not begin with a digit, and no number is written " + word, position);
    }

    private static SxException error(String message, int position) {
        return new SxException(ErrorCode.PARSE_ERROR, message).at(position);
    }
}
