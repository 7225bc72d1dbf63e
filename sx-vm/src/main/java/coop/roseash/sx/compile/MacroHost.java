package coop.roseash.sx.compile;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.value.Macro;

/// What the compiler must know about the program around a unit, and its way to run macros.
public interface MacroHost {
    boolean isDefined(String name);

    @Nullable
    Macro macro(String name);

    void addMacro(String name, Code code);

    void removeMacro(String name);

    Object expand(Macro macro, Object[] forms);
}
