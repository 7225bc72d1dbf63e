package coop.roseash.sx;

import java.util.List;
import java.util.Set;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.CodeForm;
import coop.roseash.sx.bytecode.Verifier;
import coop.roseash.sx.compile.Compiler;
import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.reader.Unplaced;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Position;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Values;

/// `compiler.sx` and `vm.sx` loaded on the evaluator, with the standard library as bytecode of that VM.
final class SpecImage {
    private static final Limits PLENTY = new Limits(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, 10_000_000, 1L << 40,
            1 << 30,
            1 << 30, Limits.DEEPEST_NESTING);
    private final Globals globals;
    private final SpecMachine machine;
    private final Object dispatch;
    private final SxDict library;

    /// @param language the standard library as the evaluator has it, which runs the two programs
    SpecImage(Language language, String vm, Code standardLibrary) {
        CekSession loading = new CekSession(language.with(Compiler.NATIVES).with(SpecMachine.names()));
        Meter meter = plenty();
        for (String text : List.of(Specification.text("bytecode.sx"), Specification.text("compiler.sx"), vm)) {
            loading.evaluate(Unplaced.read(text, PLENTY), meter, meter);
        }
        this.globals = loading.globals();
        this.machine = new SpecMachine(loading);
        this.dispatch = machine.call(meter, plenty(), function("make-dispatch"), function("opcodes"));
        SxDict own = new SxDict();
        machine.call(meter, plenty(), function("vm-run"), dispatch, form(standardLibrary), own, Nil.NIL);
        Values.freeze(own);
        this.library = own;
    }

    static Meter plenty() {
        return new Meter(PLENTY, Set.of());
    }

    private Object function(String name) {
        return globals.cell(name).get();
    }

    SxDict library() {
        return library;
    }

    /// Calls a function of `compiler.sx`; its own work counts on the meter.
    Object call(Meter meter, String function, Object... arguments) {
        return machine.call(meter, meter, function(function), arguments);
    }

    private static SxDict form(Code code) {
        SxDict form = new SxDict();
        SxList written = CodeForm.write(code, true);
        for (int i = 1; i < written.size(); i += 2) {
            form.put(written.get(i).toString().substring(1), written.get(i + 1));
        }
        SxList constants = new SxList();
        for (Object constant : code.constants()) {
            constants.add(constant instanceof Code inner ? form(inner) : constant);
        }
        return form.put("constants", constants);
    }

    /// Runs code that is verified first; fuel and memory of the program count on the meter, the VM's own do not.
    Object run(Meter meter, Code code, SxDict names) {
        return placed(meter, "vm-loop", start(meter, code, names));
    }

    /// Calls a function of `vm.sx` for a machine, whose errors tell where its program was.
    private Object placed(Meter meter, String function, SxDict vm, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = vm;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            return machine.call(meter, follower(meter), function(function), all);
        } catch (SxException e) {
            throw e.at(place(vm));
        }
    }

    /// Where the innermost function that knows it was; code of libraries does not.
    private static int place(SxDict vm) {
        int found = vm.get("code") instanceof SxDict code ? place(code, (Long) vm.get("ip")) : 0;
        SxList frames = (SxList) vm.get("frames");
        for (int i = ((Long) vm.get("depth")).intValue() - 1; i >= 0 && found == 0; i--) {
            SxList frame = (SxList) frames.get(i);
            // What the host calls returns to no function.
            found = frame.get(0) instanceof SxDict closure
                    ? place((SxDict) closure.get("code"), (Long) frame.get(1))
                    : 0;
        }
        return found;
    }

    private static int place(SxDict code, long ip) {
        SxList lines = (SxList) code.get("lines");
        int found = 0;
        for (int i = 0; i + 2 < lines.size() && (Long) lines.get(i) < ip; i += 3) {
            found = Position.of(((Long) lines.get(i + 1)).intValue(), ((Long) lines.get(i + 2)).intValue());
        }
        return found;
    }

    /// A machine about to run code, for those who want to watch it.
    SxDict start(Meter meter, Code code, SxDict names) {
        return (SxDict) machine.call(meter, follower(meter), function("vm-start"), dispatch,
                form(Verifier.verify(code)), names,
                library);
    }

    /// One instruction of such a machine.
    void step(Meter meter, SxDict vm) {
        machine.call(meter, follower(meter), function("vm-step"), vm);
    }

    Object callValue(Meter meter, Object callee, Object... arguments) {
        SxDict vm = (SxDict) machine.call(meter, follower(meter), function("make-vm"), dispatch);
        return placed(meter, "vm-call-value", vm, callee, SxList.of(arguments));
    }

    /// The meter of the VM's own work: only time binds it.
    private static Meter follower(Meter meter) {
        return meter.alongside(PLENTY);
    }

    Object closure(Code code, SxDict names) {
        SxDict parts = new SxDict().put("code", form(code))
            .put("upvalues", SxList.of())
            .put("globals", names)
            .put("env",
                    library);
        return new SpecClosure(code.name(), parts);
    }

    Object lookUp(SxDict names, String name) {
        if (names.containsKey(name)) {
            return names.get(name);
        }
        Object found = library.containsKey(name) ? library.get(name) : Language.PRIMITIVES.find(name);
        if (found == null) {
            throw Globals.undefined(name);
        }
        return found;
    }
}
