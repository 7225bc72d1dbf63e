package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.render.Vocabulary;
import coop.roseash.sx.value.Element;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Macro;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;
import coop.roseash.sx.value.Values;

/// Decides what each form of a program is before it runs, by the same rules as `compiler.sx`.
final class Analyser {
    private static final int MOST_ARGUMENTS = 255;
    private static final int POLL_EVERY = 256;

    /// Runs a macro on the forms of its call.
    interface Expander {
        Object expand(Macro macro, Object[] forms);
    }

    final Globals globals;
    private final Map<String, Macro> macros;
    private final Expander expander;
    private final Runnable poll;
    private final Set<String> defined = new HashSet<>();
    private final Bindings module = Bindings.function(null);
    private final SpecialForms special = new SpecialForms(this);
    private int nesting;
    private int forms;

    /// @param poll asked now and then whether there is still time: what a macro made may hold itself many times
    Analyser(Globals globals, Map<String, Macro> macros, Expander expander, Runnable poll) {
        this.poll = poll;
        this.globals = globals;
        this.macros = macros;
        this.expander = expander;
    }

    /// A whole program; what it defines at its top is known everywhere in it.
    Node program(SxList forms) {
        forms.asList().forEach(this::note);
        return sequence(forms, 0, null, false);
    }

    private void note(Object form) {
        if (form instanceof SxList list && list.size() > 1 && list.get(0) instanceof Symbol head) {
            if (head.name().equals("define") || head.name().equals("defcomp")) {
                Object name = list.get(1) instanceof SxList signature && !signature.isEmpty()
                        ? signature.get(0)
                        : list.get(1);
                noteDefined(name.toString());
            } else if (head.name().equals("begin") || head.name().equals("do")) {
                list.asList().forEach(this::note);
            }
        }
    }

    void noteDefined(String name) {
        defined.add(name);
    }

    void addMacro(Macro macro) {
        macros.put(macro.name(), macro);
    }

    void removeMacro(String name) {
        macros.remove(name);
    }

    Bindings block(@Nullable Bindings scope) {
        return Bindings.block(scope, module);
    }

    /// Counts one form of the program.
    void step() {
        if (++forms % POLL_EVERY == 0) {
            poll.run();
        }
    }

    Node form(Object form, @Nullable Bindings scope, boolean tail, int position) {
        step();
        return switch (form) {
            case Symbol symbol -> symbol(symbol.name(), scope, position);
            case Keyword keyword -> new Nodes.Constant(keyword.name());
            case SxDict dict -> dict(dict, scope, position);
            case SxList list -> list(list, scope, tail, position);
            default -> new Nodes.Constant(form);
        };
    }

    /// The item of a form, which knows where it was written.
    Node item(SxList list, int index, @Nullable Bindings scope, boolean tail) {
        return form(list.get(index), scope, tail, list.position(index));
    }

    private Node symbol(String name, @Nullable Bindings scope, int position) {
        Node local = scope == null ? null : scope.resolve(name);
        return local != null ? local : new Nodes.GlobalGet(globals.cell(name), position);
    }

    private Node dict(SxDict dict, @Nullable Bindings scope, int position) {
        List<Node> parts = new ArrayList<>();
        for (Map.Entry<String, Object> entry : dict.entries()) {
            parts.add(new Nodes.Constant(entry.getKey()));
            parts.add(form(entry.getValue(), scope, false, position));
        }
        return primitive(Primitives.DICT, parts, position);
    }

    static Node primitive(Primitive primitive, List<Node> parts, int position) {
        return new Applications.Call(primitive, parts.toArray(Node[]::new), false, position);
    }

    private Node list(SxList list, @Nullable Bindings scope, boolean tail, int position) {
        int place = list.position() == 0 ? position : list.position();
        if (++nesting > Limits.DEEPEST_NESTING) {
            throw new SxException(ErrorCode.COMPILE_LIMIT, "forms are nested deeper than " + Limits.DEEPEST_NESTING)
                .at(place);
        }
        try {
            return list.isBracketed() || list.isEmpty()
                    ? primitive(Primitives.LIST, items(list, 0, scope), place)
                    : call(list, scope, tail, place);
        } catch (SxException e) {
            throw e.at(place);
        } finally {
            nesting--;
        }
    }

    private Node call(SxList list, @Nullable Bindings scope, boolean tail, int position) {
        if (!(list.get(0) instanceof Symbol head)) {
            return application(list, scope, tail, position);
        }
        String name = head.name();
        if (SpecialForms.NAMES.contains(name)) {
            return special.analyse(name, list, scope, tail, position);
        }
        if (scope != null && scope.binds(name)) {
            return application(list, scope, tail, position);
        }
        if (name.startsWith("~")) {
            return component(list, scope, tail, position);
        }
        if (name.startsWith("html:") && name.length() > 5) {
            return element(name.substring(5), list, scope, position);
        }
        Macro macro = macros.get(name);
        if (macro != null) {
            return form(expand(macro, list), scope, tail, position);
        }
        return globalCall(name, list, scope, tail, position);
    }

    private Node globalCall(String name, SxList list, @Nullable Bindings scope, boolean tail, int position) {
        Primitive primitive = Primitives.find(name);
        if (primitive != null && primitive != Primitives.APPLY) {
            requireFew(list.size() - 1, primitive != Primitives.LIST);
            return primitive(primitive, items(list, 1, scope), position);
        }
        if (name.equals(Element.FRAGMENT)) {
            return element(name, list, scope, position);
        }
        if (primitive == null && !defined.contains(name) && !globals.isDefined(name)
                && Vocabulary.TAGS.contains(name)) {
            return element(name, list, scope, position);
        }
        return application(list, scope, tail, position);
    }

    private static void requireFew(int arguments, boolean limited) {
        if (limited && arguments > MOST_ARGUMENTS) {
            throw new SxException(ErrorCode.COMPILE_LIMIT,
                    "a call can have at most " + MOST_ARGUMENTS + " arguments; apply takes a list");
        }
    }

    List<Node> items(SxList list, int from, @Nullable Bindings scope) {
        List<Node> nodes = new ArrayList<>();
        for (int i = from; i < list.size(); i++) {
            nodes.add(item(list, i, scope, false));
        }
        return nodes;
    }

    private Node application(SxList list, @Nullable Bindings scope, boolean tail, int position) {
        requireFew(list.size() - 1, true);
        return new Applications.Call(null, items(list, 0, scope).toArray(Node[]::new), tail, position);
    }

    private Node component(SxList list, @Nullable Bindings scope, boolean tail, int position) {
        Node[] parts = {item(list, 0, scope, false), nothing(), nothing()};
        List<Node> arguments = attributesAndChildren(list, scope, position);
        parts[1] = arguments.get(0);
        parts[2] = arguments.get(1);
        return new Applications.Call(null, parts, tail, position);
    }

    private static Node nothing() {
        return new Nodes.Constant(Nil.NIL);
    }

    private Node element(String tag, SxList list, @Nullable Bindings scope, int position) {
        List<Node> parts = attributesAndChildren(list, scope, position);
        parts.add(0, new Nodes.Constant(tag));
        return primitive(Primitives.get("element"), parts, position);
    }

    /// The arguments of a tag or component: a keyword takes the form behind it, the others are children.
    private List<Node> attributesAndChildren(SxList list, @Nullable Bindings scope, int position) {
        List<Node> attributes = new ArrayList<>();
        List<Integer> children = new ArrayList<>();
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i) instanceof Keyword keyword) {
                attributes.add(new Nodes.Constant(keyword.name()));
                i++;
                attributes.add(i < list.size() ? item(list, i, scope, false) : new Nodes.Constant(true));
            } else {
                children.add(i);
            }
        }
        List<Node> items = new ArrayList<>();
        children.forEach(i -> items.add(item(list, i, scope, false)));
        List<Node> both = new ArrayList<>();
        both.add(primitive(Primitives.DICT, attributes, position));
        both.add(primitive(Primitives.LIST, items, position));
        return both;
    }

    private Object expand(Macro macro, SxList list) {
        return Values.freeze(expander.expand(macro, list.slice(1, list.size()).toArray()));
    }

    /// The forms of a body from an index on: macros at their heads expanded, nested `do` and `begin` spliced in.
    List<Located> bodyForms(SxList list, int from, @Nullable Bindings scope) {
        List<Located> forms = new ArrayList<>();
        for (int i = from; i < list.size(); i++) {
            bodyForm(new Located(list.get(i), list.position(i)), scope, forms);
        }
        return forms;
    }

    /// A form and where it was written.
    record Located(Object form, int position) {
        boolean isCallOf(String name) {
            return form instanceof SxList list && !list.isBracketed() && list.size() > 0
                    && list.get(0) instanceof Symbol head
                    && head.name().equals(name);
        }
    }

    private void bodyForm(Located written, @Nullable Bindings scope, List<Located> forms) {
        step();
        Object form = written.form;
        while (form instanceof SxList list && !list.isBracketed() && !list.isEmpty()
                && list.get(0) instanceof Symbol head
                && macros.get(head.name()) instanceof Macro macro && !SpecialForms.NAMES.contains(head.name())
                && (scope == null || !scope.binds(head.name()))) {
            form = expand(macro, list);
        }
        Located located = new Located(form, written.position);
        if ((located.isCallOf("do") || located.isCallOf("begin")) && form instanceof SxList list && list.size() > 1) {
            if (++nesting > Limits.DEEPEST_NESTING) {
                throw new SxException(ErrorCode.COMPILE_LIMIT,
                        "forms are nested deeper than " + Limits.DEEPEST_NESTING);
            }
            forms.addAll(bodyForms(list, 1, scope));
            nesting--;
        } else {
            forms.add(located);
        }
    }

    /// A body: its definitions are variables of their own scope, except at the top of a program.
    Node sequence(SxList list, int from, @Nullable Bindings scope, boolean tail) {
        if (scope == null) {
            return topSequence(list, from, tail);
        }
        List<Located> forms = bodyForms(list, from, scope);
        if (forms.stream().noneMatch(form -> form.isCallOf("define"))) {
            return nodes(forms, scope, tail);
        }
        Bindings inner = block(scope);
        for (Located form : forms) {
            if (form.isCallOf("define") && inner.resolveOwn(special.definedName((SxList) form.form)) < 0) {
                inner.define(special.definedName((SxList) form.form));
            }
        }
        Node body = nodes(forms, inner, tail);
        inner.end();
        return new Nodes.Scope(inner.size(), body);
    }

    /// Forms at the top are analysed one after the other, so that a macro serves those behind it.
    private Node topSequence(SxList list, int from, boolean tail) {
        List<Node> nodes = new ArrayList<>();
        for (int i = from; i < list.size(); i++) {
            List<Located> forms = new ArrayList<>();
            Object form = list.get(i);
            Located located = new Located(form, list.position(i));
            if ((located.isCallOf("do") || located.isCallOf("begin")) && ((SxList) form).size() > 1) {
                nodes.add(topSequence((SxList) form, 1, tail && i == list.size() - 1));
                continue;
            }
            bodyForm(located, null, forms);
            for (int j = 0; j < forms.size(); j++) {
                nodes.add(form(forms.get(j).form, null, tail && i == list.size() - 1 && j == forms.size() - 1,
                        forms.get(j).position));
            }
        }
        return inOrder(nodes);
    }

    private Node nodes(List<Located> forms, @Nullable Bindings scope, boolean tail) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            Located form = forms.get(i);
            boolean last = tail && i == forms.size() - 1;
            nodes.add(scope != null && form.isCallOf("define")
                    ? special.innerDefine((SxList) form.form, scope, form.position)
                    : form(form.form, scope, last, form.position));
        }
        return inOrder(nodes);
    }

    static Node inOrder(List<Node> nodes) {
        return switch (nodes.size()) {
            case 0 -> new Nodes.Constant(Nil.NIL);
            case 1 -> nodes.get(0);
            default -> new Nodes.Sequence(nodes.toArray(Node[]::new));
        };
    }

    Macro macro(String name, Applications.Function code) {
        return new Macro(name, new Lambda(code, null));
    }
}
