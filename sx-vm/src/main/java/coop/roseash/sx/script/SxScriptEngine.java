package coop.roseash.sx.script;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.Supplier;

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
import coop.roseash.sx.value.SxException;

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
        try {
            for (int scope : new int[]{ScriptContext.GLOBAL_SCOPE, ScriptContext.ENGINE_SCOPE}) {
                Bindings bindings = scriptContext.getBindings(scope);
                if (bindings != null) {
                    bindings.forEach((name, value) -> evaluation.define(name, Conversion.toSx(value)));
                }
            }
            return run(scriptContext, () -> evaluation.evaluate(script));
        } catch (SxException e) {
            throw scriptException(e);
        }
    }

    /// The value of a run, whose output is written also if it fails.
    private Object run(ScriptContext scriptContext, Supplier<Object> program) throws ScriptException {
        try {
            try {
                return Conversion.toJava(program.get());
            } finally {
                scriptContext.getWriter().write(evaluation.output());
            }
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
        try {
            Object[] converted = new Object[arguments.length];
            Arrays.setAll(converted, i -> Conversion.toSx(arguments[i]));
            return run(context, () -> evaluation.apply(function, converted));
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
        if (type == null || !type.isInterface()) {
            throw new IllegalArgumentException("an interface is wanted");
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !isDefined(method.getName())) {
                return null;
            }
        }
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> type.getSimpleName() + " in SX";
                        };
                    }
                    return method.isDefault()
                            ? InvocationHandler.invokeDefault(proxy, method, arguments)
                            : Conversion.as(method.getReturnType(), invokeFunction(method.getName(), arguments));
                }));
    }

    private boolean isDefined(String name) {
        try {
            evaluation.lookUp(name);
            return true;
        } catch (SxException _) {
            return false;
        }
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
}
