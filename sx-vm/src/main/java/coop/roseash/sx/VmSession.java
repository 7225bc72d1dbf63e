package coop.roseash.sx;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.compile.Compiler;
import coop.roseash.sx.compile.MacroHost;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Calls;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Macro;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.vm.Platform;
import coop.roseash.sx.vm.Program;
import coop.roseash.sx.vm.Tiering;
import coop.roseash.sx.vm.Vm;

/// Programs compiled and on the bytecode VM, alone or with the jvm tier.
final class VmSession implements Session {
    private final Compiler compiler;
    private final Tiering tiering;
    private final Globals globals;
    private final Map<String, Macro> macros = new HashMap<>();

    VmSession(Language language, Compiler compiler, Tiering tiering) {
        this.globals = new Globals(language);
        this.compiler = compiler;
        this.tiering = tiering;
    }

    private static Platform platform(Meter meter) {
        return new HostPlatform(meter, (_, function, _) -> {
            throw Calls.notCallable(function);
        });
    }

    @Override
    public Object evaluate(SxList forms, Meter meter, Meter expansion) {
        return run(compile(forms, expansion), meter);
    }

    @Override
    public Code compile(SxList forms, Meter expansion) {
        return compiler.compile(forms, new Host(expansion), expansion);
    }

    @Override
    public Object run(Code code, Meter meter) {
        return new Vm(meter, platform(meter), tiering).run(Program.of(code, globals));
    }

    @Override
    public Object call(Meter meter, Object function, Object... arguments) {
        return new Vm(meter, platform(meter), tiering).call(function, arguments);
    }

    @Override
    public void define(String name, Object value) {
        globals.define(name, value);
    }

    @Override
    public Object lookUp(String name) {
        return globals.cell(name).get();
    }

    private final class Host implements MacroHost {
        private final Meter expansion;

        Host(Meter expansion) {
            this.expansion = expansion;
        }

        @Override
        public boolean isDefined(String name) {
            return globals.isDefined(name);
        }

        @Override
        public @Nullable Macro macro(String name) {
            return macros.get(name);
        }

        @Override
        public void addMacro(String name, Code code) {
            macros.put(name, new Macro(name, Program.function(code, globals)));
        }

        @Override
        public void removeMacro(String name) {
            macros.remove(name);
        }

        @Override
        public Object expand(Macro macro, Object[] forms) {
            return new Vm(expansion, platform(expansion), Tiering.NEVER).call(macro.transformer(), forms);
        }
    }
}
