package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.SxList;

/// Calls of tags and components, which take attributes and children.
final class Elements {
    private final Analyser analyser;

    Elements(Analyser analyser) {
        this.analyser = analyser;
    }

    Node component(SxList list, @Nullable Bindings scope, boolean tail, int position) {
        Node head = analyser.item(list, 0, scope, false);
        List<Node> given = attributesAndChildren(list, scope, position);
        return new Applications.Call(null, new Node[]{head, given.get(0), given.get(1)}, tail, position);
    }

    Node element(String tag, SxList list, @Nullable Bindings scope, int position) {
        List<Node> parts = attributesAndChildren(list, scope, position);
        parts.add(0, new Nodes.Constant(tag));
        return Analyser.primitive(Primitives.get("element"), parts, position);
    }

    /// The arguments of a tag or component: a keyword takes the form behind it, the others are children.
    private List<Node> attributesAndChildren(SxList list, @Nullable Bindings scope, int position) {
        List<Node> attributes = new ArrayList<>();
        List<Integer> children = new ArrayList<>();
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i) instanceof Keyword keyword) {
                attributes.add(new Nodes.Constant(keyword.name()));
                i++;
                attributes.add(i < list.size() ? analyser.item(list, i, scope, false) : new Nodes.Constant(true));
            } else {
                children.add(i);
            }
        }
        List<Node> items = new ArrayList<>();
        children.forEach(i -> items.add(analyser.item(list, i, scope, false)));
        List<Node> both = new ArrayList<>();
        both.add(Analyser.primitive(Primitives.DICT, attributes, position));
        both.add(Analyser.primitive(Primitives.LIST, items, position));
        return both;
    }
}
