package coop.roseash.sx.jit;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import coop.roseash.sx.jit.Flow.Kind;
import coop.roseash.sx.vm.Prototype;

/// One form in which a function is compiled: for any arguments, or for integers in some places.
///
/// @param method the name of its method
/// @param kinds of its parameters, a rest list among them
/// @param givesIntegers whether it returns integers as such
/// @param recurs whether it calls itself; then it is told what waits, and tells the meter only where others ask for it
record Copy(String method, List<Kind> kinds, boolean givesIntegers, boolean recurs) {
    static Copy general(Prototype prototype, Speculation speculation) {
        return new Copy("run", Collections.nCopies(prototype.arity + (prototype.rest ? 1 : 0), Kind.OBJECT), false,
                speculation.recurs());
    }

    static Copy forIntegers(Prototype prototype, Speculation speculation) {
        List<Kind> kinds = new ArrayList<>(general(prototype, speculation).kinds);
        boolean[] integers = speculation.integers();
        for (int i = 0; i < integers.length; i++) {
            kinds.set(i, integers[i] ? Kind.INTEGER : Kind.OBJECT);
        }
        return new Copy("runIntegers", List.copyOf(kinds), speculation.givesIntegers(),
                speculation.recurs());
    }

    boolean[] integers() {
        boolean[] integers = new boolean[kinds.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = kinds.get(i) == Kind.INTEGER;
        }
        return integers;
    }

    ClassDesc result() {
        return givesIntegers ? Names.LONG : Names.OBJECT;
    }

    MethodTypeDesc type() {
        List<ClassDesc> types = new ArrayList<>(List.of(Names.VM, Names.CLOSURE));
        kinds.forEach(kind -> types.add(kind == Kind.INTEGER ? Names.LONG : Names.OBJECT));
        if (recurs) {
            types.add(Names.INT);
        }
        return MethodTypeDesc.of(result(), types);
    }
}
