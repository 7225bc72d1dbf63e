package coop.roseash.sx.render;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
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
    private final Meter meter;
    private final boolean anyMarkup;
    private final Attributes attributes;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Open(Object container, Iterator<Object> children, String tag) {}

    private Renderer(Meter meter) {
        this.meter = meter;
        this.anyMarkup = meter.may(Capability.ANY_MARKUP);
        this.attributes = new Attributes(anyMarkup);
    }

    public static String render(Meter meter, Object value) {
        return new Renderer(meter).write(value);
    }

    private String write(Object root) {
        node(root);
        while (!open.isEmpty()) {
            Open top = open.element();
            if (top.children.hasNext()) {
                meter.work(8);
                node(top.children.next());
            } else {
                open.pop();
                within.remove(top.container);
                if (!top.tag.isEmpty()) {
                    append("</" + top.tag + ">");
                }
            }
        }
        meter.string(out.length());
        return out.toString();
    }

    private void append(String html) {
        meter.charge(html.length());
        meter.work(html.length());
        out.append(html);
    }

    private void node(Object value) {
        switch (value) {
            case Nil _ -> {
            }
            case Raw raw -> append(raw.html());
            case Element element -> element(element);
            case SxList list -> enter(list, list, "");
            case String text -> text(text);
            case Boolean flag -> {
                if (flag) {
                    text("true");
                }
            }
            default -> text(Printer.display(value, meter::work));
        }
    }

    private void text(String text) {
        Open around = open.peek();
        for (Open ancestor : open) {
            if (!ancestor.tag.isEmpty()) {
                around = ancestor;
                break;
            }
        }
        if (around != null && Vocabulary.RAW_TEXT_TAGS.contains(around.tag)) {
            throw forbidden("text inside " + around.tag + " cannot be escaped; only raw! may fill it");
        }
        append(Html.escape(text));
    }

    private void enter(Object container, SxList children, String tag) {
        if (!within.add(container)) {
            throw new SxException(ErrorCode.TYPE, "a page cannot contain itself");
        }
        open.push(new Open(container, children.asList().iterator(), tag));
    }

    private void element(Element element) {
        String tag = element.tag();
        if (tag.equals(Element.FRAGMENT)) {
            enter(element, element.children(), "");
            return;
        }
        requireAllowed(tag);
        StringBuilder start = new StringBuilder("<").append(tag);
        for (Map.Entry<String, Object> entry : element.attributes().entries()) {
            start.append(attributes.write(tag, entry.getKey(), entry.getValue()));
        }
        append(start.append('>').toString());
        if (!Vocabulary.VOID_TAGS.contains(tag)) {
            enter(element, element.children(), tag);
        } else if (!element.children().isEmpty()) {
            throw new SxException(ErrorCode.TYPE, tag + " holds nothing, so it can have no children");
        }
    }

    private void requireAllowed(String tag) {
        boolean allowed = anyMarkup ? tag.matches("[a-z][a-z0-9-]*") : Vocabulary.AUTHOR_TAGS.contains(tag);
        if (!allowed) {
            throw forbidden("the tag " + tag + " is not allowed here");
        }
    }

    private static SxException forbidden(String message) {
        return new SxException(ErrorCode.FORBIDDEN, message);
    }
}
