package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;
import coop.roseash.sx.value.Values;

/// The forms that are no calls.
final class SpecialForms {
    static final Set<String> NAMES = Set.of("quote", "quasiquote", "unquote", "splice-unquote", "if", "when", "cond",
            "case",
            "and", "or", "do", "begin", "let", "let*", "letrec", "fn", "lambda", "define", "defmacro", "defcomp",
            "set!", "->",
            "->>");
    private static final int SHOWN = 60;
    private final Analyser analyser;
    private final Quasiquote quasiquote;
    private final Choices choices;
    private final Definitions definitions;

    SpecialForms(Analyser analyser) {
        this.analyser = analyser;
        this.quasiquote = new Quasiquote(analyser);
        this.choices = new Choices(analyser);
        this.definitions = new Definitions(analyser, this);
    }

    Node analyse(String name, SxList form, @Nullable Bindings scope, boolean tail, int position) {
        return switch (name) {
            case "quote" -> quote(form);
            case "quasiquote" -> quasiquote(form, scope, position);
            case "if" -> choices.conditional(form, scope, tail);
            case "when" -> choices.when(form, scope, tail);
            case "cond" -> choices.cond(form, 1, scope, tail);
            case "case" -> choices.caseOf(form, scope, tail, position);
            case "and" -> choices.junction(form, 1, false, scope, tail);
            case "or" -> choices.junction(form, 1, true, scope, tail);
            case "do" -> analyser.sequence(form, 1, scope, tail);
            case "begin" -> analyser.sequence(form, 1, scope, tail);
            case "let" -> let(form, scope, tail, position);
            case "let*" -> let(form, scope, tail, position);
            case "letrec" -> letrec(form, scope, tail);
            case "fn" -> function(form, scope);
            case "lambda" -> function(form, scope);
            case "define" -> definitions.define(form, scope, position);
            case "defmacro" -> definitions.defineMacro(form, scope);
            case "defcomp" -> definitions.defineComponent(form, scope, position);
            case "set!" -> definitions.assign(form, scope, position);
            case "->" -> thread(form, scope, tail, position, false);
            case "->>" -> thread(form, scope, tail, position, true);
            default -> throw wrong(name + " belongs inside a quasiquote", form);
        };
    }

    static SxException wrong(String message, SxList form) {
        return new SxException(ErrorCode.PARSE_ERROR, message + ": " + Printer.brief(form, SHOWN));
    }

    static void require(boolean right, String usage, SxList form) {
        if (!right) {
            throw wrong("this is written " + usage, form);
        }
    }

    /// Gives a variable its value.
    static Node local(Nodes.LocalGet variable, Node value) {
        return new Nodes.Store((machine, result) -> machine.environment(variable.depth).slots[variable.index] = result,
                value, 0);
    }

    Node innerDefine(SxList form, Bindings scope, int position) {
        return definitions.inner(form, scope);
    }

    String definedName(SxList form) {
        return Definitions.name(form);
    }

    private static Node quote(SxList form) {
        require(form.size() == 2, "(quote value)", form);
        return new Nodes.Constant(Values.freeze(form.get(1)));
    }

    private Node quasiquote(SxList form, @Nullable Bindings scope, int position) {
        require(form.size() == 2, "(quasiquote template)", form);
        return quasiquote.template(form.get(1), 1, scope, position);
    }

    private Node let(SxList form, @Nullable Bindings scope, boolean tail, int position) {
        if (form.size() >= 3 && form.get(1) instanceof Symbol name) {
            return namedLet(name.name(), form, scope, tail, position);
        }
        require(form.size() >= 2 && form.get(1) instanceof SxList, "(let ((name value) …) body…)", form);
        SxList bindings = (SxList) form.get(1);
        Bindings inner = analyser.block(scope);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < bindings.size(); i++) {
            SxList binding = binding(bindings.get(i), form);
            Node value = named(binding, 1, ((Symbol) binding.get(0)).name(), inner);
            int index = inner.define(((Symbol) binding.get(0)).name());
            nodes.add(local(new Nodes.LocalGet(0, index), value));
        }
        nodes.add(analyser.sequence(form, 2, inner, tail));
        inner.end();
        return new Nodes.Scope(inner.size(), Bodies.inOrder(nodes));
    }

    private static SxList binding(Object binding, SxList form) {
        if (binding instanceof SxList list && list.size() == 2 && list.get(0) instanceof Symbol) {
            return list;
        }
        throw wrong("a binding is written (name value)", form);
    }

    private Node letrec(SxList form, @Nullable Bindings scope, boolean tail) {
        require(form.size() >= 2 && form.get(1) instanceof SxList, "(letrec ((name value) …) body…)", form);
        SxList bindings = (SxList) form.get(1);
        Bindings inner = analyser.block(scope);
        for (Object binding : bindings.asList()) {
            inner.define(((Symbol) binding(binding, form).get(0)).name());
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < bindings.size(); i++) {
            SxList binding = binding(bindings.get(i), form);
            nodes.add(local(new Nodes.LocalGet(0, i), named(binding, 1, ((Symbol) binding.get(0)).name(), inner)));
        }
        nodes.add(analyser.sequence(form, 2, inner, tail));
        inner.end();
        return new Nodes.Scope(inner.size(), Bodies.inOrder(nodes));
    }

    private Node namedLet(String name, SxList form, @Nullable Bindings scope, boolean tail, int position) {
        require(form.get(2) instanceof SxList, "(let name ((name value) …) body…)", form);
        SxList bindings = (SxList) form.get(2);
        Bindings inner = analyser.block(scope);
        int index = inner.define(name);
        Object[] parameters = new Object[bindings.size()];
        Arrays.setAll(parameters, i -> binding(bindings.get(i), form).get(0));
        Node function = function(name, SxList.of(parameters), form, 3, inner);
        // The initial values are outside of the loop and do not see its name.
        inner.rename(name, "");
        List<Node> call = new ArrayList<>(List.of(new Nodes.LocalGet(0, index)));
        for (int i = 0; i < bindings.size(); i++) {
            call.add(analyser.item((SxList) bindings.get(i), 1, inner, false));
        }
        inner.end();
        Node start = new Applications.Call(null, call.toArray(Node[]::new), tail, position);
        return new Nodes.Scope(inner.size(),
                Bodies.inOrder(List.of(local(new Nodes.LocalGet(0, index), function), start)));
    }

    /// A value that is named after its variable if it is a function.
    Node named(SxList form, int index, String name, @Nullable Bindings scope) {
        Object value = form.get(index);
        if (value instanceof SxList list && list.size() > 1 && !list.isBracketed() && list.get(0) instanceof Symbol head
                && (head.name().equals("fn") || head.name().equals("lambda"))) {
            return function(name, list.get(1), list, 2, scope);
        }
        return analyser.item(form, index, scope, false);
    }

    private Node function(SxList form, @Nullable Bindings scope) {
        require(form.size() >= 2, "(fn (name …) body…)", form);
        return function("fn", form.get(1), form, 2, scope);
    }

    Applications.Function function(String name, Object parameters, SxList form, int from,
            @Nullable Bindings scope) {
        Set<String> names = new LinkedHashSet<>();
        boolean rest = false;
        if (!(parameters instanceof SxList list)) {
            throw wrong("parameters are written as a list of names", form);
        }
        for (int i = 0; i < list.size(); i++) {
            String parameter = parameter(list, i, form);
            if (parameter.equals("&rest") && i == list.size() - 2) {
                rest = true;
            } else if (parameter.startsWith("&") || !names.add(parameter)) {
                throw wrong("the parameter " + parameter + " is not possible here", form);
            }
        }
        Bindings inner = Bindings.function(scope);
        names.forEach(inner::define);
        Applications.Function function = new Applications.Function(name, rest ? names.size() - 1 : names.size(), rest);
        function.body = analyser.sequence(form, from, inner, true);
        return function;
    }

    private static String parameter(SxList list, int index, SxList form) {
        if (list.get(index) instanceof Symbol symbol) {
            return symbol.name();
        }
        throw wrong("parameters are names", form);
    }

    private Node thread(SxList form, @Nullable Bindings scope, boolean tail, int position, boolean last) {
        require(form.size() >= 2, "(-> value step …)", form);
        Object threaded = form.get(1);
        for (int i = 2; i < form.size(); i++) {
            List<Object> step = new ArrayList<>();
            if (form.get(i) instanceof SxList list && !list.isEmpty() && !list.isBracketed()) {
                step.addAll(list.asList());
                step.add(last ? step.size() : 1, threaded);
            } else {
                step.addAll(List.of(form.get(i), threaded));
            }
            threaded = SxList.copyOf(step).at(form.position(i));
        }
        return analyser.form(threaded, scope, tail, position);
    }
}
