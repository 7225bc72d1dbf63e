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
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;
import coop.roseash.sx.value.Values;

/// Decides what each form of a program is before it runs, by the same rules as `compiler.sx`.
final class Analyser {
    private static final int MOST_ARGUMENTS = 255;
    private static final int MOST_PARTS = 65_535;
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
    final SpecialForms special = new SpecialForms(this);
    private final Bodies bodies = new Bodies(this);
    private final Elements elements = new Elements(this);
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
        int size = primitive == Primitives.DICT ? parts.size() / 2 : parts.size();
        if (size > MOST_PARTS) {
            throw new SxException(ErrorCode.COMPILE_LIMIT, "a form can have at most " + MOST_PARTS + " parts");
        }
        return new Applications.Call(primitive, parts.toArray(Node[]::new), false, position);
    }

    private Node list(SxList list, @Nullable Bindings scope, boolean tail, int position) {
        int place = list.position() == 0 ? position : list.position();
        try {
            deeper();
            return list.isBracketed() || list.isEmpty()
                    ? primitive(Primitives.LIST, items(list, 0, scope), place)
                    : call(list, scope, tail, place);
        } catch (SxException e) {
            throw e.at(place);
        } finally {
            shallower();
        }
    }

    /// Into a form within a form.
    void deeper() {
        if (++nesting > Limits.DEEPEST_NESTING) {
            throw new SxException(ErrorCode.COMPILE_LIMIT, "forms are nested deeper than " + Limits.DEEPEST_NESTING);
        }
    }

    void shallower() {
        nesting--;
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
            return elements.component(list, scope, tail, position);
        }
        if (name.startsWith("html:") && name.length() > 5) {
            return elements.element(name.substring(5), list, scope, position);
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
            return elements.element(name, list, scope, position);
        }
        if (primitive == null && !defined.contains(name) && !globals.isDefined(name)
                && Vocabulary.TAGS.contains(name)) {
            return elements.element(name, list, scope, position);
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

    /// The macro that a form calls, if nothing of that name stands before it.
    @Nullable
    Macro macroOf(Object form, @Nullable Bindings scope) {
        return form instanceof SxList list && !list.isBracketed() && !list.isEmpty()
                && list.get(0) instanceof Symbol head && !SpecialForms.NAMES.contains(head.name())
                && (scope == null || !scope.binds(head.name())) ? macros.get(head.name()) : null;
    }

    Object expand(Macro macro, SxList list) {
        return Values.freeze(expander.expand(macro, list.slice(1, list.size()).toArray()));
    }

    Node sequence(SxList list, int from, @Nullable Bindings scope, boolean tail) {
        return bodies.sequence(list, from, scope, tail);
    }

    Macro macro(String name, Applications.Function code) {
        return new Macro(name, new Lambda(code, null));
    }
}
