package coop.roseash.sx.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntConsumer;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// Writes attributes: names held to the policy, values escaped, addresses and ids checked.
final class Attributes {
    private static final String ID_PREFIX = "sx-";
    /// A list that is written in an attribute may be as long and hold lists as deep.
    private static final int LONGEST_LIST = 65_536;
    private static final int DEEPEST_LIST = 64;
    private static final int LONGEST_SCHEME = 32;
    private final boolean anyMarkup;
    private final IntConsumer progress;

    /// @param progress told of each part of a value and how long it is, so that a meter may stop it
    Attributes(boolean anyMarkup, IntConsumer progress) {
        this.anyMarkup = anyMarkup;
        this.progress = progress;
    }

    /// Writes an attribute with a blank before it, or nothing if its value is nil or false.
    void write(String tag, String writtenName, Object value, StringBuilder out) {
        String name = writtenName.toLowerCase(Locale.ROOT);
        requireAllowed(tag, name);
        if (value == Nil.NIL || value == Boolean.FALSE) {
            return;
        }
        out.append(' ').append(name);
        if (value != Boolean.TRUE) {
            out.append("=\"");
            String text = text(name, value);
            progress.accept(text.length());
            Html.escape(checked(name, text), out);
            out.append('"');
        } else if (name.startsWith("aria-")) {
            out.append("=\"true\"");
        }
    }

    private void requireAllowed(String tag, String name) {
        if (!isName(name)) {
            throw forbidden("\"" + name + "\" is no name of an attribute");
        }
        boolean authors = Vocabulary.AUTHOR_ATTRIBUTES.contains(name)
                || begins(name, Vocabulary.AUTHOR_PREFIXES) && !begins(name, Vocabulary.REFUSED_PREFIXES);
        if (!anyMarkup && !authors || name.startsWith("on") || name.equals("srcdoc")) {
            throw forbidden("the attribute " + name + " is not allowed on " + tag
                    + (name.equals("style") ? "; use a class" : ""));
        }
    }

    private static boolean begins(String name, Set<String> prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean starts = c >= 'a' && c <= 'z' || c == '_' || c == ':' || c == '@';
            if (!starts && (i == 0 || c != '-' && c != '.' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private String text(String name, Object value) {
        return value instanceof SxList list ? words(name, list) : word(name, value);
    }

    /// The items of a list, and of the lists in it, with blanks between them.
    private String words(String name, SxList list) {
        Deque<Iterator<Object>> open = new ArrayDeque<>(List.of(list.asList().iterator()));
        StringBuilder words = new StringBuilder();
        while (!open.isEmpty()) {
            Object item = open.element().hasNext() ? open.element().next() : open.pop();
            progress.accept(8);
            if (item instanceof SxList inner) {
                open.push(inner.asList().iterator());
            } else if (item != Nil.NIL && item != Boolean.FALSE && !(item instanceof Iterator)) {
                words.append(words.isEmpty() ? "" : " ").append(word(name, item));
            }
            if (words.length() > LONGEST_LIST || open.size() > DEEPEST_LIST) {
                throw new SxException(ErrorCode.TYPE, "the list in the attribute " + name + " is too long or too deep");
            }
        }
        return words.toString();
    }

    private static String word(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Number) {
            return Printer.display(value, _ -> {
            });
        }
        throw Numbers.wrongType("the attribute " + name, "a string, number, boolean or nil", value);
    }

    private String checked(String name, String value) {
        if (Vocabulary.ADDRESSES.contains(name)) {
            return address(name, value);
        }
        if (Vocabulary.ADDRESS_LISTS.contains(name)) {
            for (String candidate : value.split(",")) {
                progress.accept(candidate.length() + 8);
                address(name, candidate.strip());
            }
            return value;
        }
        if (!anyMarkup && Vocabulary.IDS.contains(name)) {
            StringJoiner ids = new StringJoiner(" ");
            for (String id : value.strip().split("\\s+")) {
                ids.add(ID_PREFIX + id);
            }
            return ids.toString();
        }
        return value;
    }

    private String address(String name, String value) {
        String start = start(value);
        if (start.endsWith(":") && !Vocabulary.SCHEMES.contains(start.substring(0, start.length() - 1))) {
            throw forbidden("an address in " + name + " begins with http:, https: or mailto:, or is relative");
        }
        String address = value.strip();
        return !anyMarkup && start.equals("#") && address.length() > 1
                ? "#" + ID_PREFIX + address.substring(address.indexOf('#') + 1)
                : address;
    }

    /// The start of an address up to the first of `:/?#`, in lower case and as browsers read it: blanks and control
    /// characters are no way around the check.
    private static String start(String address) {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean seen = c > ' ' && c != 0x7f && c != 0xad && !Character.isSpaceChar(c);
            boolean ends = ":/?#".indexOf(c) >= 0;
            if (ends || seen && start.length() < LONGEST_SCHEME) {
                start.append(c);
            }
            if (ends) {
                break;
            }
        }
        return start.toString().toLowerCase(Locale.ROOT);
    }

    private static SxException forbidden(String message) {
        return new SxException(ErrorCode.FORBIDDEN, message);
    }
}
