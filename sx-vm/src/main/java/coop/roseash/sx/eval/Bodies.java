package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.value.Macro;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// Forms that run one after the other: a program's, or the body of a function or a scope with its definitions.
final class Bodies {
    private final Analyser analyser;

    Bodies(Analyser analyser) {
        this.analyser = analyser;
    }

    /// The forms of a body from an index on: macros at their heads expanded, nested `do` and `begin` spliced in.
    private List<Located> bodyForms(SxList list, int from, @Nullable Bindings scope) {
        List<Located> forms = new ArrayList<>();
        for (int i = from; i < list.size(); i++) {
            bodyForm(new Located(list.get(i), list.position(i)), scope, forms);
        }
        return forms;
    }

    /// A form and where it was written.
    private record Located(Object form, int position) {
        boolean isCallOf(String name) {
            return form instanceof SxList list && !list.isBracketed() && list.size() > 0
                    && list.get(0) instanceof Symbol head
                    && head.name().equals(name);
        }
    }

    private void bodyForm(Located written, @Nullable Bindings scope, List<Located> forms) {
        analyser.step();
        Object form = written.form;
        for (Macro macro = analyser.macroOf(form, scope); macro != null; macro = analyser.macroOf(form, scope)) {
            form = analyser.expand(macro, (SxList) form);
        }
        Located located = new Located(form, written.position);
        if ((located.isCallOf("do") || located.isCallOf("begin")) && form instanceof SxList list && list.size() > 1) {
            analyser.deeper();
            forms.addAll(bodyForms(list, 1, scope));
            analyser.shallower();
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
        Bindings inner = analyser.block(scope);
        for (Located form : forms) {
            if (form.isCallOf("define") && inner.resolveOwn(analyser.special.definedName((SxList) form.form)) < 0) {
                inner.define(analyser.special.definedName((SxList) form.form));
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
                nodes.add(analyser.form(forms.get(j).form, null, tail && i == list.size() - 1 && j == forms.size() - 1,
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
                    ? analyser.special.innerDefine((SxList) form.form, scope, form.position)
                    : analyser.form(form.form, scope, last, form.position));
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
}
