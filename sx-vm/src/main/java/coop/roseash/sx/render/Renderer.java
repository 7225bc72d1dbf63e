package coop.roseash.sx.render;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import coop.roseash.sx.limit.Capability;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.Element;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.Raw;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// Writes elements as HTML without recursion, counting the output before it is kept.
public final class Renderer {
    /// Only what lies deeper is watched for lists that contain themselves: they get there.
    private static final int UNWATCHED = 64;
    private final Meter meter;
    private final boolean anyMarkup;
    private final Attributes attributes;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());

    /// What is being written: a list or an element, and the next of its children.
    private static final class Open {
        final Object container;
        final SxList children;
        final String tag;
        /// Whether text in it would not be read as text.
        final boolean raw;
        int next;

        Open(Object container, SxList children, String tag, boolean raw) {
            this.container = container;
            this.children = children;
            this.tag = tag;
            this.raw = raw;
        }
    }

    private Renderer(Meter meter) {
        this.meter = meter;
        this.anyMarkup = meter.may(Capability.ANY_MARKUP);
        this.attributes = new Attributes(anyMarkup, characters -> {
            meter.work(characters);
            meter.requireRoom(characters);
        });
    }

    public static String render(Meter meter, Object value) {
        return new Renderer(meter).write(value);
    }

    private String write(Object root) {
        node(root);
        while (!open.isEmpty()) {
            Open top = open.element();
            if (top.next < top.children.size()) {
                meter.work(8);
                node(top.children.get(top.next++));
            } else {
                leave(top);
            }
        }
        meter.string(out.length());
        return out.toString();
    }

    private void leave(Open top) {
        if (open.size() > UNWATCHED) {
            within.remove(top.container);
        }
        open.pop();
        if (!top.tag.isEmpty()) {
            int from = out.length();
            out.append("</").append(top.tag).append('>');
            count(from);
        }
    }

    /// Counts what was written since a place: little at a time, so that no page grows beyond its limit.
    private void count(int from) {
        int length = out.length() - from;
        meter.charge(length);
        meter.work(length);
    }

    private void node(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Element element) {
            element(element);
        } else if (value instanceof SxList list) {
            enter(list, list, "");
        } else if (value instanceof Raw raw) {
            meter.charge(raw.html().length());
            meter.work(raw.html().length());
            out.append(raw.html());
        } else if (value != Nil.NIL && value != Boolean.FALSE) {
            text(Printer.display(value, characters -> {
                meter.work(characters);
                meter.charge(characters);
            }));
        }
    }

    private void text(String text) {
        Open around = open.peek();
        if (around != null && around.raw) {
            throw forbidden("text in a script or style cannot be escaped; only raw! may fill one");
        }
        meter.charge(text.length());
        int from = out.length();
        Html.escape(text, out);
        meter.charge(out.length() - from - text.length());
        meter.work(out.length() - from);
    }

    private void enter(Object container, SxList children, String tag) {
        if (open.size() >= UNWATCHED && !within.add(container)) {
            throw new SxException(ErrorCode.TYPE, "a page cannot contain itself");
        }
        Open around = open.peek();
        boolean raw = tag.isEmpty() ? around != null && around.raw : Vocabulary.RAW_TEXT_TAGS.contains(tag);
        open.push(new Open(container, children, tag, raw));
    }

    private void element(Element element) {
        String tag = element.tag();
        if (tag.equals(Element.FRAGMENT)) {
            enter(element, element.children(), "");
            return;
        }
        requireAllowed(tag);
        int from = out.length();
        out.append('<').append(tag);
        if (element.attributes().size() > 0) {
            for (Map.Entry<String, Object> entry : element.attributes().entries()) {
                attributes.write(tag, entry.getKey(), entry.getValue(), out);
                count(from);
                from = out.length();
            }
        }
        out.append('>');
        count(from);
        if (!Vocabulary.VOID_TAGS.contains(tag)) {
            enter(element, element.children(), tag);
        } else if (!element.children().isEmpty()) {
            throw new SxException(ErrorCode.TYPE, tag + " holds nothing, so it can have no children");
        }
    }

    private void requireAllowed(String tag) {
        boolean allowed = anyMarkup ? isName(tag) : Vocabulary.AUTHOR_TAGS.contains(tag);
        if (!allowed) {
            throw forbidden("the tag " + tag + " is not allowed here");
        }
    }

    private static boolean isName(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || c != '-' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return !tag.isEmpty();
    }

    private static SxException forbidden(String message) {
        return new SxException(ErrorCode.FORBIDDEN, message);
    }
}
