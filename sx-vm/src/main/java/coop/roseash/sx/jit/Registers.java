package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;

import coop.roseash.sx.jit.Flow.Kind;

/// The JVM locals of one method: two for each of the function's, as it may hold an object or an integer, and temporaries.
final class Registers {
    static final int VM = 0;
    static final int SELF = 1;
    private final CodeBuilder code;
    private final int[] objects;
    private final int[] integers;
    private final List<Integer> spareObjects = new ArrayList<>();
    private final List<Integer> spareIntegers = new ArrayList<>();
    private final int parameters;
    final int meter;

    /// How many calls wait and what they paid for, if the method is told.
    int waiting() {
        return code.parameterSlot(parameters + 2);
    }

    /// @param parameters the kinds of the method's parameters beyond VM and SELF
    Registers(CodeBuilder code, int locals, List<Kind> parameters) {
        this.code = code;
        this.parameters = parameters.size();
        this.objects = new int[locals];
        this.integers = new int[locals];
        for (int i = 0; i < locals; i++) {
            boolean given = i < parameters.size();
            Kind kind = given ? parameters.get(i) : Kind.OBJECT;
            int slot = given ? code.parameterSlot(i + 2) : code.allocateLocal(TypeKind.REFERENCE);
            objects[i] = kind == Kind.OBJECT ? slot : code.allocateLocal(TypeKind.REFERENCE);
            integers[i] = kind == Kind.INTEGER ? slot : -1;
        }
        this.meter = code.allocateLocal(TypeKind.REFERENCE);
    }

    private int slot(int local, Kind kind) {
        if (kind == Kind.OBJECT) {
            return objects[local];
        }
        if (integers[local] < 0) {
            integers[local] = code.allocateLocal(TypeKind.LONG);
        }
        return integers[local];
    }

    void load(int local, Kind kind) {
        load(kind, slot(local, kind));
    }

    void store(int local, Kind kind) {
        store(kind, slot(local, kind));
    }

    private void load(Kind kind, int slot) {
        if (kind == Kind.INTEGER) {
            code.lload(slot);
        } else {
            code.aload(slot);
        }
    }

    private void store(Kind kind, int slot) {
        if (kind == Kind.INTEGER) {
            code.lstore(slot);
        } else {
            code.astore(slot);
        }
    }

    private int spare(int number, Kind kind) {
        List<Integer> spares = kind == Kind.INTEGER ? spareIntegers : spareObjects;
        while (spares.size() <= number) {
            spares.add(code.allocateLocal(kind == Kind.INTEGER ? TypeKind.LONG : TypeKind.REFERENCE));
        }
        return spares.get(number);
    }

    /// Takes values off the stack into temporaries, the topmost last in the list.
    void spill(List<Kind> kinds) {
        for (int i = kinds.size() - 1; i >= 0; i--) {
            store(kinds.get(i), spare(i, kinds.get(i)));
        }
    }

    /// Loads a temporary.
    void loadSpare(int number, Kind kind) {
        load(kind, spare(number, kind));
    }

    /// Loads a temporary as an object.
    void loadBoxed(int number, Kind kind) {
        loadSpare(number, kind);
        box(kind);
    }

    /// Loads a temporary that is known to be an integer as one.
    void loadInteger(int number, Kind kind) {
        loadSpare(number, kind);
        if (kind == Kind.OBJECT) {
            unbox();
        }
    }

    void box(Kind kind) {
        if (kind == Kind.INTEGER) {
            code.invokestatic(Names.BOX, "valueOf", Names.type(Names.BOX, Names.LONG));
        }
    }

    void unbox() {
        code.checkcast(Names.BOX).invokevirtual(Names.BOX, "longValue", Names.type(Names.LONG));
    }

    void pop(Kind kind) {
        if (kind == Kind.INTEGER) {
            code.pop2();
        } else {
            code.pop();
        }
    }

    /// Leaves a copy of the topmost value on the stack, as an object.
    void duplicateBoxed(Kind kind) {
        if (kind == Kind.INTEGER) {
            code.dup2();
            box(kind);
        } else {
            code.dup();
        }
    }

    /// Makes objects of the topmost values.
    void boxAll(List<Kind> kinds) {
        int first = kinds.indexOf(Kind.INTEGER);
        if (first < 0) {
            return;
        }
        List<Kind> above = kinds.subList(first, kinds.size());
        if (above.size() == 1) {
            box(Kind.INTEGER);
            return;
        }
        spill(above);
        for (int i = 0; i < above.size(); i++) {
            loadBoxed(i, above.get(i));
        }
    }

    /// Takes the topmost values into an array that is left on the stack.
    void pack(List<Kind> kinds) {
        spill(kinds);
        packSpares(0, kinds);
    }

    /// Makes an array of temporaries.
    void packSpares(int from, List<Kind> kinds) {
        code.loadConstant(kinds.size()).anewarray(Names.OBJECT);
        for (int i = 0; i < kinds.size(); i++) {
            code.dup().loadConstant(i);
            loadBoxed(from + i, kinds.get(i));
            code.aastore();
        }
    }
}
