package coop.roseash.sx;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.compile.Compiler;
import coop.roseash.sx.compile.MacroHost;
import coop.roseash.sx.eval.Evaluator;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Macro;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxList;

/// Programs compiled by `compiler.sx` and run by `vm.sx`, both on the CEK evaluator.
final class SpecSession implements Session {
    private final SpecImage image;
    private final SxDict globals;
    private final Map<String, Macro> macros = new HashMap<>();

    private final Compiler compiler;

    SpecSession(SpecImage image) {
        this(image, new Compiler(image::call));
    }

    SpecSession(SpecImage image, Compiler compiler) {
        this.image = image;
        this.compiler = compiler;
        this.globals = new SxDict(image.library());
    }

    SxDict globals() {
        return globals;
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
        return image.run(meter, code, globals);
    }

    @Override
    public Object call(Meter meter, Object function, Object... arguments) {
        return image.callValue(meter, function, arguments);
    }

    @Override
    public void define(String name, Object value) {
        if (Language.PRIMITIVES.isReserved(name) || Evaluator.SPECIAL_FORMS.contains(name)) {
            throw Globals.reserved(name);
        }
        globals.put(name, value);
    }

    @Override
    public Object lookUp(String name) {
        return image.lookUp(globals, name);
    }

    private final class Host implements MacroHost {
        private final Meter expansion;

        Host(Meter expansion) {
            this.expansion = expansion;
        }

        @Override
        public boolean isDefined(String name) {
            return globals.containsKey(name) || image.library().containsKey(name)
                    || Language.PRIMITIVES.find(name) != null;
        }

        @Override
        public @Nullable Macro macro(String name) {
            return macros.get(name);
        }

        @Override
        public void addMacro(String name, Code code) {
            macros.put(name, new Macro(name, image.closure(code, globals)));
        }

        @Override
        public void removeMacro(String name) {
            macros.remove(name);
        }

        @Override
        public Object expand(Macro macro, Object[] forms) {
            return image.callValue(expansion, macro.transformer(), forms);
        }
    }
}
