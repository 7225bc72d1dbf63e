package coop.roseash.sx.bench;

import java.util.function.Supplier;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.luaj.vm2.luajc.LuaJC;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;

import clojure.java.api.Clojure;

/// Who runs the workloads.
public enum Peer {
    JAVA {
        @Override
        Supplier<Object> runner(Workload workload) {
            return () -> HandWritten.run(workload);
        }
    },
    PRIMITIVE {
        @Override
        Supplier<Object> runner(Workload workload) {
            return () -> HandWrittenPrimitive.run(workload);
        }
    },
    SX_JVM {
        @Override
        Supplier<Object> runner(Workload workload) {
            return sx(workload, Engine.JVM);
        }
    },
    SX {
        @Override
        Supplier<Object> runner(Workload workload) {
            return sx(workload, Engine.SX);
        }
    },
    SX_VM {
        @Override
        Supplier<Object> runner(Workload workload) {
            return sx(workload, Engine.VM);
        }
    },
    SX_CEK {
        @Override
        Supplier<Object> runner(Workload workload) {
            return sx(workload, Engine.CEK);
        }
    },
    LUAJ {
        @Override
        Supplier<Object> runner(Workload workload) {
            return lua(workload, JsePlatform.standardGlobals());
        }
    },
    LUAJC {
        @Override
        Supplier<Object> runner(Workload workload) {
            Globals globals = JsePlatform.standardGlobals();
            LuaJC.install(globals);
            return lua(workload, globals);
        }
    },
    RHINO {
        @Override
        Supplier<Object> runner(Workload workload) {
            Context context = Context.enter();
            context.setOptimizationLevel(9);
            ScriptableObject scope = context.initStandardObjects();
            context.evaluateString(scope, workload.in("js"), "workload", 1, null);
            Function run = (Function) scope.get("run", scope);
            return () -> run.call(context, scope, scope, new Object[0]);
        }
    },
    CLOJURE {
        @Override
        Supplier<Object> runner(Workload workload) {
            Clojure.var("clojure.core", "load-string")
                .invoke("(in-ns 'user) (clojure.core/refer-clojure) " + workload.in("clj"));
            return Clojure.var("user", "run")::invoke;
        }
    };

    abstract Supplier<Object> runner(Workload workload);

    private static Supplier<Object> sx(Workload workload, Engine engine) {
        SxEvaluation evaluation = Sx.evaluation(engine, Profile.trusted());
        evaluation.evaluate(workload.in("sx"));
        return () -> evaluation.call("run");
    }

    private static Supplier<Object> lua(Workload workload, Globals globals) {
        globals.load(workload.in("lua"), "workload").call();
        LuaValue run = globals.get("run");
        return run::call;
    }
}
