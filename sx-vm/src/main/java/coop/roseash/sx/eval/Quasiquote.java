package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// Templates: lists built anew around the unquoted values.
final class Quasiquote {
    private final Analyser analyser;

    Quasiquote(Analyser analyser) {
        this.analyser = analyser;
    }

    Node template(Object template, int depth, @Nullable Bindings scope, int position) {
        analyser.step();
        return switch (template) {
            case SxList list -> list(list, depth, scope, position);
            case SxDict dict -> dict(dict, depth, scope, position);
            default -> new Nodes.Constant(template);
        };
    }

    private Node dict(SxDict dict, int depth, @Nullable Bindings scope, int position) {
        List<Node> parts = new ArrayList<>();
        for (Map.Entry<String, Object> entry : dict.entries()) {
            parts.add(new Nodes.Constant(entry.getKey()));
            parts.add(template(entry.getValue(), depth, scope, position));
        }
        return Analyser.primitive(Primitives.DICT, parts, position);
    }

    private static boolean isForm(Object template, String name) {
        return template instanceof SxList list && list.size() == 2 && list.get(0) instanceof Symbol symbol
                && symbol.name().equals(name);
    }

    private Node list(SxList list, int depth, @Nullable Bindings scope, int position) {
        if (isForm(list, "unquote")) {
            return depth == 1 ? analyser.item(list, 1, scope, false) : nested(list, depth - 1, scope, position);
        }
        if (isForm(list, "quasiquote")) {
            return nested(list, depth + 1, scope, position);
        }
        if (isForm(list, "splice-unquote")) {
            if (depth == 1) {
                throw new SxException(ErrorCode.PARSE_ERROR, ",@ stands inside a list");
            }
            return nested(list, depth - 1, scope, position);
        }
        Node built = segments(list, depth, scope, position);
        return list.isBracketed() ? Analyser.primitive(Primitives.get("bracketed"), List.of(built), position) : built;
    }

    private Node nested(SxList list, int depth, @Nullable Bindings scope, int position) {
        Node head = new Nodes.Constant(list.get(0));
        return Analyser.primitive(Primitives.LIST, List.of(head, template(list.get(1), depth, scope, position)),
                position);
    }

    private Node segments(SxList list, int depth, @Nullable Bindings scope, int position) {
        List<Node> segments = new ArrayList<>();
        List<Node> items = new ArrayList<>();
        boolean spliced = false;
        for (int i = 0; i < list.size(); i++) {
            if (depth == 1 && isForm(list.get(i), "splice-unquote")) {
                spliced = true;
                if (!items.isEmpty()) {
                    segments.add(Analyser.primitive(Primitives.LIST, items, position));
                    items = new ArrayList<>();
                }
                segments.add(analyser.item((SxList) list.get(i), 1, scope, false));
            } else {
                items.add(template(list.get(i), depth, scope, position));
            }
        }
        if (!spliced) {
            return Analyser.primitive(Primitives.LIST, items, position);
        }
        if (!items.isEmpty()) {
            segments.add(Analyser.primitive(Primitives.LIST, items, position));
        }
        return Analyser.primitive(Primitives.CONCAT, segments, position);
    }
}
