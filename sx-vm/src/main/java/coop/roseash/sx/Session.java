package coop.roseash.sx;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.SxList;

/// One engine with the global names of one user of it.
interface Session {
    /// Runs a program; its macros run on a meter of their own.
    Object evaluate(SxList forms, Meter meter, Meter expansion);

    /// Compiles a program for the names that are defined now.
    Code compile(SxList forms, Meter expansion);

    Object run(Code code, Meter meter);

    Object call(Meter meter, Object function, Object... arguments);

    void define(String name, Object value);

    /// The value of a global name.
    Object lookUp(String name);
}
