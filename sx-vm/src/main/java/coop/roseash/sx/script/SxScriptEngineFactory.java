package coop.roseash.sx.script;

import java.util.List;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.Engine;

/// Makes one of the engines `sx`, `sx-cek`, `sx-spec`, `sx-vm` and `sx-jvm` for javax.script.
public abstract class SxScriptEngineFactory implements ScriptEngineFactory {
    private final Engine engine;

    private SxScriptEngineFactory(Engine engine) {
        this.engine = engine;
    }

    /// The default engine.
    public static final class Default extends SxScriptEngineFactory {
        public Default() {
            super(Engine.SX);
        }
    }

    /// The evaluator.
    public static final class Cek extends SxScriptEngineFactory {
        public Cek() {
            super(Engine.CEK);
        }
    }

    /// The VM written in SX.
    public static final class Spec extends SxScriptEngineFactory {
        public Spec() {
            super(Engine.SPEC);
        }
    }

    /// The VM.
    public static final class Vm extends SxScriptEngineFactory {
        public Vm() {
            super(Engine.VM);
        }
    }

    /// JVM classes.
    public static final class Jvm extends SxScriptEngineFactory {
        public Jvm() {
            super(Engine.JVM);
        }
    }

    private String name() {
        return engine == Engine.SX ? "sx" : "sx-" + engine.text();
    }

    @Override
    public String getEngineName() {
        return name();
    }

    @Override
    public String getEngineVersion() {
        return "1";
    }

    @Override
    public List<String> getExtensions() {
        return engine == Engine.SX ? List.of("sx") : List.of();
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of();
    }

    @Override
    public List<String> getNames() {
        return List.of(name());
    }

    @Override
    public String getLanguageName() {
        return "SX";
    }

    @Override
    public String getLanguageVersion() {
        return "1";
    }

    @Override
    public @Nullable Object getParameter(String key) {
        return switch (key) {
            case ScriptEngine.ENGINE, ScriptEngine.NAME -> name();
            case ScriptEngine.LANGUAGE -> getLanguageName();
            case ScriptEngine.ENGINE_VERSION, ScriptEngine.LANGUAGE_VERSION -> "1";
            default -> null;
        };
    }

    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        return "(" + method + (arguments.length == 0 ? "" : " " + String.join(" ", arguments)) + ")";
    }

    @Override
    public String getOutputStatement(String text) {
        return "(print \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }

    @Override
    public String getProgram(String... statements) {
        return String.join("\n", statements);
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new SxScriptEngine(this, engine);
    }
}
