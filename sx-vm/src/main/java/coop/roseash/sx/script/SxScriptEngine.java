package coop.roseash.sx.script;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;

import org.jspecify.annotations.NullUnmarked;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// SX for javax.script: bindings are global names, lists and maps are converted.
@NullUnmarked
final class SxScriptEngine extends AbstractScriptEngine implements Invocable {
    private final SxScriptEngineFactory factory;
    private final SxEvaluation evaluation;

    SxScriptEngine(SxScriptEngineFactory factory, Engine engine) {
        this.factory = factory;
        this.evaluation = Sx.evaluation(engine, Profile.trusted());
    }

    @Override
    public Object eval(String script, ScriptContext scriptContext) throws ScriptException {
        for (int scope : new int[]{ScriptContext.GLOBAL_SCOPE, ScriptContext.ENGINE_SCOPE}) {
            Bindings bindings = scriptContext.getBindings(scope);
            if (bindings != null) {
                bindings.forEach((name, value) -> evaluation.define(name, toSx(value)));
            }
        }
        try {
            Object value = evaluation.evaluate(script);
            scriptContext.getWriter().write(evaluation.output());
            return toJava(value);
        } catch (SxException e) {
            throw scriptException(e);
        } catch (IOException e) {
            throw new ScriptException(e);
        }
    }

    private static ScriptException scriptException(SxException e) {
        return new ScriptException(e.code().text() + ": " + e.getMessage(), "sx", e.line(), e.column());
    }

    @Override
    public Object eval(Reader reader, ScriptContext scriptContext) throws ScriptException {
        try {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return eval(text.toString(), scriptContext);
        } catch (IOException e) {
            throw new ScriptException(e);
        }
    }

    @Override
    public Object invokeFunction(String name, Object... arguments) throws ScriptException, NoSuchMethodException {
        Object function;
        try {
            function = evaluation.lookUp(name);
        } catch (SxException _) {
            throw new NoSuchMethodException(name);
        }
        Object[] converted = new Object[arguments.length];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = toSx(arguments[i]);
        }
        try {
            return toJava(evaluation.apply(function, converted));
        } catch (SxException e) {
            throw scriptException(e);
        }
    }

    @Override
    public Object invokeMethod(Object receiver, String name, Object... arguments) throws NoSuchMethodException {
        throw new NoSuchMethodException("SX has functions, no methods: " + name);
    }

    @Override
    public <T> T getInterface(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (_, method, arguments) -> invokeFunction(method.getName(),
                        arguments == null ? new Object[0] : arguments)));
    }

    @Override
    public <T> T getInterface(Object receiver, Class<T> type) {
        return null;
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    private static Object toSx(Object value) {
        return switch (value) {
            case null -> Nil.NIL;
            case Float number -> number.doubleValue();
            case Double number -> number;
            case Number number -> number.longValue();
            case CharSequence text -> text.toString();
            case List<?> list -> SxList.copyOf(list.stream().map(SxScriptEngine::toSx).toList());
            case Map<?, ?> map -> toDict(map);
            default -> value;
        };
    }

    private static SxDict toDict(Map<?, ?> map) {
        SxDict dict = new SxDict();
        map.forEach((key, item) -> dict.put(String.valueOf(key), toSx(item)));
        return dict;
    }

    private static Object toJava(Object value) {
        return switch (value) {
            case Nil _ -> null;
            case SxList list -> toJavaList(list);
            case SxDict dict -> toMap(dict);
            default -> value;
        };
    }

    private static List<Object> toJavaList(SxList list) {
        List<Object> items = new ArrayList<>();
        list.asList().forEach(item -> items.add(toJava(item)));
        return items;
    }

    private static Map<String, Object> toMap(SxDict dict) {
        Map<String, Object> map = new LinkedHashMap<>();
        dict.entries().forEach(entry -> map.put(entry.getKey(), toJava(entry.getValue())));
        return map;
    }
}
