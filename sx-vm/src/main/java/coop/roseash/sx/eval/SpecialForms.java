package coop.roseash.sx.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Nil;
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

    SpecialForms(Analyser analyser) {
        this.analyser = analyser;
        this.quasiquote = new Quasiquote(analyser);
    }

    Node analyse(String name, SxList form, @Nullable Bindings scope, boolean tail, int position) {
        return switch (name) {
            case "quote" -> quote(form);
            case "quasiquote" -> quasiquote(form, scope, position);
            case "if" -> conditional(form, scope, tail);
            case "when" -> when(form, scope, tail);
            case "cond" -> cond(form, 1, scope, tail);
            case "case" -> caseOf(form, scope, tail, position);
            case "and" -> junction(form, 1, false, scope, tail);
            case "or" -> junction(form, 1, true, scope, tail);
            case "do" -> analyser.sequence(form, 1, scope, tail);
            case "begin" -> analyser.sequence(form, 1, scope, tail);
            case "let" -> let(form, scope, tail, position);
            case "let*" -> let(form, scope, tail, position);
            case "letrec" -> letrec(form, scope, tail);
            case "fn" -> function(form, scope);
            case "lambda" -> function(form, scope);
            case "define" -> define(form, scope, position);
            case "defmacro" -> defineMacro(form, scope);
            case "defcomp" -> defineComponent(form, scope, position);
            case "set!" -> assign(form, scope, position);
            case "->" -> thread(form, scope, tail, position, false);
            case "->>" -> thread(form, scope, tail, position, true);
            default -> throw wrong(name + " belongs inside a quasiquote", form);
        };
    }

    private static SxException wrong(String message, SxList form) {
        return new SxException(ErrorCode.PARSE_ERROR, message + ": " + Printer.brief(form, SHOWN));
    }

    private static void require(boolean right, String usage, SxList form) {
        if (!right) {
            throw wrong("this is written " + usage, form);
        }
    }

    private static Node quote(SxList form) {
        require(form.size() == 2, "(quote value)", form);
        return new Nodes.Constant(Values.freeze(form.get(1)));
    }

    private Node quasiquote(SxList form, @Nullable Bindings scope, int position) {
        require(form.size() == 2, "(quasiquote template)", form);
        return quasiquote.template(form.get(1), 1, scope, position);
    }

    private Node conditional(SxList form, @Nullable Bindings scope, boolean tail) {
        require(form.size() == 3 || form.size() == 4, "(if test then else)", form);
        return new Nodes.If(analyser.item(form, 1, scope, false), analyser.item(form, 2, scope, tail),
                form.size() == 4 ? analyser.item(form, 3, scope, tail) : nothing());
    }

    private static Node nothing() {
        return new Nodes.Constant(Nil.NIL);
    }

    private Node when(SxList form, @Nullable Bindings scope, boolean tail) {
        require(form.size() >= 2, "(when test body…)", form);
        return new Nodes.If(analyser.item(form, 1, scope, false), analyser.sequence(form, 2, scope, tail), nothing());
    }

    private Node cond(SxList form, int at, @Nullable Bindings scope, boolean tail) {
        require(form.size() % 2 == 1, "(cond test value test value … :else value)", form);
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

    private Node caseOf(SxList form, @Nullable Bindings scope, boolean tail, int position) {
        require(form.size() >= 2 && form.size() % 2 == 0, "(case value key result key result … :else result)", form);
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
        return new Nodes.Scope(inner.size(), Analyser.inOrder(List.of(local(hidden, new Nodes.Outside(value)), chain)));
    }

    private static Node local(Nodes.LocalGet variable, Node value) {
        return new Nodes.Store((machine, result) -> machine.environment(variable.depth).slots[variable.index] = result,
                value, 0);
    }

    private Node junction(SxList form, int at, boolean decides, @Nullable Bindings scope, boolean tail) {
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
        return new Nodes.Scope(inner.size(), Analyser.inOrder(nodes));
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
        return new Nodes.Scope(inner.size(), Analyser.inOrder(nodes));
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
                Analyser.inOrder(List.of(local(new Nodes.LocalGet(0, index), function), start)));
    }

    /// A value that is named after its variable if it is a function.
    private Node named(SxList form, int index, String name, @Nullable Bindings scope) {
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

    private Applications.Function function(String name, Object parameters, SxList form, int from,
            @Nullable Bindings scope) {
        List<String> names = new ArrayList<>();
        boolean rest = false;
        if (!(parameters instanceof SxList list)) {
            throw wrong("parameters are written as a list of names", form);
        }
        for (int i = 0; i < list.size(); i++) {
            String parameter = parameter(list, i, form);
            if (parameter.equals("&rest") && i == list.size() - 2) {
                rest = true;
            } else if (parameter.startsWith("&") || names.contains(parameter)) {
                throw wrong("the parameter " + parameter + " is not possible here", form);
            } else {
                names.add(parameter);
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

    String definedName(SxList form) {
        Object name = form.size() < 2 ? Nil.NIL : form.get(1);
        if (name instanceof SxList signature && !signature.isEmpty() && signature.get(0) instanceof Symbol symbol) {
            return symbol.name();
        }
        require(name instanceof Symbol && form.size() == 3, "(define name value)", form);
        return name.toString();
    }

    private Node definedValue(SxList form, @Nullable Bindings scope) {
        String name = definedName(form);
        return form.get(1) instanceof SxList signature
                ? function(name, signature.slice(1, signature.size()), form, 2, scope)
                : named(form, 2, name, scope);
    }

    private Node define(SxList form, @Nullable Bindings scope, int position) {
        if (scope != null) {
            throw wrong("define stands at the top of a program or directly in a body", form);
        }
        String name = definedName(form);
        requireFree(name);
        analyser.noteDefined(name);
        analyser.removeMacro(name);
        return global(name, definedValue(form, null), position);
    }

    Node innerDefine(SxList form, Bindings scope, int position) {
        int index = scope.resolveOwn(definedName(form));
        return local(new Nodes.LocalGet(0, index), definedValue(form, scope));
    }

    private Node global(String name, Node value, int position) {
        return new Nodes.Store((_, result) -> analyser.globals.define(name, result), value, position);
    }

    private static void requireFree(String name) {
        if (NAMES.contains(name) || Primitives.find(name) != null) {
            throw Globals.reserved(name);
        }
    }

    private Node assign(SxList form, @Nullable Bindings scope, int position) {
        require(form.size() == 3 && form.get(1) instanceof Symbol, "(set! name value)", form);
        String name = form.get(1).toString();
        Nodes.LocalGet variable = scope == null ? null : scope.resolve(name);
        if (variable == null) {
            requireFree(name);
        }
        Node value = analyser.item(form, 2, scope, false);
        if (variable != null) {
            return local(variable, value);
        }
        Globals.Cell cell = analyser.globals.cell(name);
        return new Nodes.Store((_, result) -> cell.assign(result), value, position);
    }

    private Node defineMacro(SxList form, @Nullable Bindings scope) {
        require(form.size() >= 3 && form.get(1) instanceof Symbol, "(defmacro name (parameter …) body…)", form);
        if (scope != null) {
            throw wrong("defmacro stands at the top of a program", form);
        }
        String name = form.get(1).toString();
        requireFree(name);
        analyser.addMacro(analyser.macro(name, function(name, form.get(2), form, 3, null)));
        return nothing();
    }

    private Node defineComponent(SxList form, @Nullable Bindings scope, int position) {
        require(form.size() >= 3 && form.get(1) instanceof Symbol symbol && symbol.name().startsWith("~")
                && form.get(2) instanceof SxList, "(defcomp ~name (&key name … &rest children) body…)", form);
        if (scope != null) {
            throw wrong("defcomp stands at the top of a program", form);
        }
        String name = form.get(1).toString();
        analyser.noteDefined(name);
        ComponentParameters parameters = ComponentParameters.read((SxList) form.get(2));
        if (parameters == null) {
            throw wrong("the parameters of a component are written (&key name … &rest children)", form);
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
            nodes.add(local(new Nodes.LocalGet(0, keys.define(key)), value));
        }
        nodes.add(analyser.sequence(form, 3, keys, true));
        function.body = new Nodes.Scope(keys.size(), Analyser.inOrder(nodes));
        return function;
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
