package coop.roseash.sx.render;

import java.util.Locale;
import java.util.StringJoiner;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// Writes attributes: names held to the policy, values escaped, addresses and ids checked.
final class Attributes {
    private static final String ID_PREFIX = "sx-";
    private final boolean anyMarkup;

    Attributes(boolean anyMarkup) {
        this.anyMarkup = anyMarkup;
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
            Html.escape(checked(name, text(name, value)), out);
            out.append('"');
        } else if (name.startsWith("aria-")) {
            out.append("=\"true\"");
        }
    }

    private void requireAllowed(String tag, String name) {
        if (!isName(name)) {
            throw forbidden("\"" + name + "\" is no name of an attribute");
        }
        if (!anyMarkup && !Vocabulary.AUTHOR_ATTRIBUTES.contains(name) && !hasAuthorPrefix(name)
                || name.startsWith("on") || name.equals("srcdoc")) {
            throw forbidden("the attribute " + name + " is not allowed on " + tag
                    + (name.equals("style") ? "; use a class" : ""));
        }
    }

    private static boolean hasAuthorPrefix(String name) {
        for (String prefix : Vocabulary.AUTHOR_PREFIXES) {
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

    private static String text(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof SxList list) {
            StringJoiner words = new StringJoiner(" ");
            for (Object item : list.asList()) {
                if (item != Nil.NIL && item != Boolean.FALSE) {
                    words.add(text(name, item));
                }
            }
            return words.toString();
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

    /// An address as browsers read it: blanks and control characters are no way around the check.
    private String address(String name, String value) {
        String plain = value.chars()
            .filter(c -> c > ' ' && c != 0x7f && c != 0xad && !Character.isSpaceChar(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
        int colon = plain.indexOf(':');
        int end = firstOf(plain, "/?#");
        if (colon >= 0 && (end < 0 || colon < end)
                && !Vocabulary.SCHEMES.contains(plain.substring(0, colon).toLowerCase(Locale.ROOT))) {
            throw forbidden("an address in " + name + " begins with http:, https: or mailto:, or is relative");
        }
        return !anyMarkup && plain.startsWith("#") && plain.length() > 1
                ? "#" + ID_PREFIX + plain.substring(1)
                : value.strip();
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static SxException forbidden(String message) {
        return new SxException(ErrorCode.FORBIDDEN, message);
    }
}
