package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// The forms that choose between others.
final class Choices {
    private final Analyser analyser;

    Choices(Analyser analyser) {
        this.analyser = analyser;
    }

    Node conditional(SxList form, @Nullable Bindings scope, boolean tail) {
        SpecialForms.require(form.size() == 3 || form.size() == 4, "(if test then else)", form);
        return new Nodes.If(analyser.item(form, 1, scope, false), analyser.item(form, 2, scope, tail),
                form.size() == 4 ? analyser.item(form, 3, scope, tail) : nothing());
    }

    static Node nothing() {
        return new Nodes.Constant(Nil.NIL);
    }

    Node when(SxList form, @Nullable Bindings scope, boolean tail) {
        SpecialForms.require(form.size() >= 2, "(when test body…)", form);
        return new Nodes.If(analyser.item(form, 1, scope, false), analyser.sequence(form, 2, scope, tail), nothing());
    }

    Node cond(SxList form, int at, @Nullable Bindings scope, boolean tail) {
        SpecialForms.require(form.size() % 2 == 1, "(cond test value test value … :else value)", form);
        List<Node> tests = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        Node otherwise = nothing();
        for (int i = at; i < form.size(); i += 2) {
            if (isElse(form.get(i)) || form.get(i) == Boolean.TRUE) {
                otherwise = analyser.item(form, i + 1, scope, tail);
                break;
            }
            tests.add(analyser.item(form, i, scope, false));
            values.add(analyser.item(form, i + 1, scope, tail));
        }
        for (int i = tests.size() - 1; i >= 0; i--) {
            otherwise = new Nodes.If(tests.get(i), values.get(i), otherwise);
        }
        return otherwise;
    }

    private static boolean isElse(Object test) {
        return test instanceof Keyword keyword && keyword.name().equals("else")
                || test instanceof Symbol symbol && symbol.name().equals("else");
    }

    Node caseOf(SxList form, @Nullable Bindings scope, boolean tail, int position) {
        SpecialForms.require(form.size() >= 2 && form.size() % 2 == 0,
                "(case value key result key result … :else result)", form);
        Node value = analyser.item(form, 1, scope, false);
        Bindings inner = analyser.block(scope);
        Nodes.LocalGet hidden = new Nodes.LocalGet(0, inner.hidden());
        List<Node> tests = new ArrayList<>();
        List<Node> results = new ArrayList<>();
        Node chain = nothing();
        for (int i = 2; i < form.size(); i += 2) {
            if (isElse(form.get(i))) {
                chain = analyser.item(form, i + 1, inner, tail);
                break;
            }
            tests.add(Analyser.primitive(Primitives.EQUAL, List.of(hidden, analyser.item(form, i, inner, false)),
                    position));
            results.add(analyser.item(form, i + 1, inner, tail));
        }
        for (int i = tests.size() - 1; i >= 0; i--) {
            chain = new Nodes.If(tests.get(i), results.get(i), chain);
        }
        inner.end();
        return new Nodes.Scope(inner.size(),
                Bodies.inOrder(List.of(SpecialForms.local(hidden, new Nodes.Outside(value)), chain)));
    }

    Node junction(SxList form, int at, boolean decides, @Nullable Bindings scope, boolean tail) {
        if (form.size() == 1) {
            return new Nodes.Constant(!decides);
        }
        // In the order of the program, as the compiler meets them: macros are expanded on the way.
        List<Node> earlier = new ArrayList<>();
        for (int i = at; i < form.size() - 1; i++) {
            earlier.add(analyser.item(form, i, scope, false));
        }
        Node chain = analyser.item(form, form.size() - 1, scope, tail);
        for (int i = earlier.size() - 1; i >= 0; i--) {
            chain = new Nodes.Junction(earlier.get(i), chain, decides);
        }
        return chain;
    }
}
