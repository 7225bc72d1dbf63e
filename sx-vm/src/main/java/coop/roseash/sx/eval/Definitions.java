package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;
import coop.roseash.sx.value.Values;

/// The forms that define names and set variables.
final class Definitions {
    private final Analyser analyser;
    private final SpecialForms special;

    Definitions(Analyser analyser, SpecialForms special) {
        this.analyser = analyser;
        this.special = special;
    }

    Node define(SxList form, @Nullable Bindings scope, int position) {
        if (scope != null) {
            throw SpecialForms.wrong("define stands at the top of a program or directly in a body", form);
        }
        String name = name(form);
        requireFree(name);
        analyser.noteDefined(name);
        analyser.removeMacro(name);
        return global(name, definedValue(form, null), position);
    }

    Node inner(SxList form, Bindings scope) {
        int index = scope.resolveOwn(name(form));
        return SpecialForms.local(new Nodes.LocalGet(0, index), definedValue(form, scope));
    }

    private Node global(String name, Node value, int position) {
        return new Nodes.Store((_, result) -> analyser.globals.define(name, result), value, position);
    }

    private static void requireFree(String name) {
        if (SpecialForms.NAMES.contains(name) || Primitives.find(name) != null) {
            throw Globals.reserved(name);
        }
    }

    Node assign(SxList form, @Nullable Bindings scope, int position) {
        SpecialForms.require(form.size() == 3 && form.get(1) instanceof Symbol, "(set! name value)", form);
        String name = form.get(1).toString();
        Nodes.LocalGet variable = scope == null ? null : scope.resolve(name);
        if (variable == null) {
            requireFree(name);
        }
        Node value = analyser.item(form, 2, scope, false);
        if (variable != null) {
            return SpecialForms.local(variable, value);
        }
        Globals.Cell cell = analyser.globals.cell(name);
        return new Nodes.Store((_, result) -> cell.assign(result), value, position);
    }

    Node defineMacro(SxList form, @Nullable Bindings scope) {
        SpecialForms.require(form.size() >= 3 && form.get(1) instanceof Symbol, "(defmacro name (parameter …) body…)",
                form);
        if (scope != null) {
            throw SpecialForms.wrong("defmacro stands at the top of a program", form);
        }
        String name = form.get(1).toString();
        requireFree(name);
        analyser.addMacro(analyser.macro(name, special.function(name, form.get(2), form, 3, null)));
        return Choices.nothing();
    }

    Node defineComponent(SxList form, @Nullable Bindings scope, int position) {
        SpecialForms.require(form.size() >= 3 && form.get(1) instanceof Symbol symbol && symbol.name().startsWith("~")
                && form.get(2) instanceof SxList, "(defcomp ~name (&key name … &rest children) body…)", form);
        if (scope != null) {
            throw SpecialForms.wrong("defcomp stands at the top of a program", form);
        }
        String name = form.get(1).toString();
        analyser.noteDefined(name);
        ComponentParameters parameters = ComponentParameters.read((SxList) form.get(2));
        if (parameters == null) {
            throw SpecialForms.wrong("the parameters of a component are written (&key name … &rest children)", form);
        }
        List<Node> made = List.of(new Nodes.Constant(name),
                new Nodes.Constant(Values.freeze(SxList.copyOf(parameters.keys()))),
                new Nodes.Constant(parameters.children() != null), componentBody(name, parameters, form, position));
        return global(name, Analyser.primitive(Primitives.get("make-component"), made, position), position);
    }

    private Node componentBody(String name, ComponentParameters parameters, SxList form, int position) {
        Bindings inner = Bindings.function(null);
        inner.define("");
        inner.define(parameters.children() == null ? "" : parameters.children());
        Applications.Function function = new Applications.Function(name, 2, false);
        Bindings keys = analyser.block(inner);
        List<Node> nodes = new ArrayList<>();
        for (String key : parameters.keys()) {
            Node value = Analyser.primitive(Primitives.get("get"),
                    List.of(new Nodes.LocalGet(1, 0), new Nodes.Constant(key)), position);
            nodes.add(SpecialForms.local(new Nodes.LocalGet(0, keys.define(key)), value));
        }
        nodes.add(analyser.sequence(form, 3, keys, true));
        function.body = new Nodes.Scope(keys.size(), Bodies.inOrder(nodes));
        return function;
    }

    private Node definedValue(SxList form, @Nullable Bindings scope) {
        String name = name(form);
        return form.get(1) instanceof SxList signature
                ? special.function(name, signature.slice(1, signature.size()), form, 2, scope)
                : special.named(form, 2, name, scope);
    }

    static String name(SxList form) {
        Object name = form.size() < 2 ? Nil.NIL : form.get(1);
        if (name instanceof SxList signature && !signature.isEmpty() && signature.get(0) instanceof Symbol symbol) {
            return symbol.name();
        }
        SpecialForms.require(name instanceof Symbol && form.size() == 3, "(define name value)", form);
        return name.toString();
    }
}
