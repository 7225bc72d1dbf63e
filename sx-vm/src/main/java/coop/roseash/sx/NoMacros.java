package coop.roseash.sx;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.compile.MacroHost;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Macro;

/// For programs that define no macros, as the compiler itself.
record NoMacros(Globals globals) implements MacroHost {
    @Override
    public boolean isDefined(String name) {
        return globals.isDefined(name);
    }

    @Override
    public @Nullable Macro macro(String name) {
        return null;
    }

    @Override
    public void addMacro(String name, Code code) {
        throw new IllegalStateException("no macro is expected here: " + name);
    }

    @Override
    public void removeMacro(String name) {
        // There are none.
    }

    @Override
    public Object expand(Macro macro, Object[] forms) {
        throw new IllegalStateException("no macro is expected here: " + macro.name());
    }
}
