package coop.roseash.sx.compile;

import java.util.Locale;
import java.util.Map;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.CodeForm;
import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.render.Vocabulary;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Macro;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Position;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Values;

/// `compiler.sx` as Java calls it, on whatever engine runs it.
public final class Compiler {
    private static final int PLENTY = 1_000_000;
    private static final int SHOWN = 60;
    private static final Limits ROOM = new Limits(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, PLENTY, PLENTY, PLENTY,
            PLENTY, Limits.DEEPEST_NESTING);

    /// An engine that has loaded `compiler.sx`.
    public interface Runner {
        Object call(Meter meter, String function, Object... arguments);
    }

    /// What `compiler.sx` uses beyond the language.
    public static final Map<String, Primitive> NATIVES = Map.of(
            "primitive?", new Primitive("primitive?", 1, 1, (_, a) -> Primitives.find((String) a[0]) != null),
            "html-tag?", new Primitive("html-tag?", 1, 1, (_, a) -> Vocabulary.TAGS.contains(a[0])),
            "shown", new Primitive("shown", 1, 1, (_, a) -> Printer.brief(a[0], SHOWN)),
            "placed",
            new Primitive("placed", 3, 3, (_, a) -> ((SxList) a[0]).at(((SxList) a[1]).position((Long) a[2]))),
            "raise-error", new Primitive("raise-error", 4, 4, (_, a) -> {
                throw raised(a);
            }));

    private final Runner runner;

    public Compiler(Runner runner) {
        this.runner = runner;
    }

    private static SxException raised(Object[] a) {
        ErrorCode code = ErrorCode.valueOf(((String) a[0]).toUpperCase(Locale.ROOT).replace('-', '_'));
        int line = ((Long) a[2]).intValue();
        return new SxException(code, (String) a[1]).at(line == 0 ? 0 : Position.of(line, ((Long) a[3]).intValue()));
    }

    /// Compiles a program. Only the deadline binds the compiler; macros run on the host's meter.
    public Code compile(SxList forms, MacroHost host, Meter meter) {
        return CodeForm.read(runner.call(meter.alongside(ROOM), "compile-module", forms, functions(host)));
    }

    private static SxDict functions(MacroHost host) {
        SxDict functions = new SxDict();
        add(functions, "defined?", 1, a -> host.isDefined((String) a[0]));
        add(functions, "macro", 1, a -> {
            Macro macro = host.macro((String) a[0]);
            return macro == null ? Nil.NIL : macro;
        });
        add(functions, "add-macro", 2, a -> {
            host.addMacro((String) a[0], CodeForm.read(a[1]));
            return Nil.NIL;
        });
        add(functions, "remove-macro", 1, a -> {
            host.removeMacro((String) a[0]);
            return Nil.NIL;
        });
        add(functions, "expand", 2, a -> Values.freeze(host.expand((Macro) a[0], ((SxList) a[1]).toArray())));
        return functions;
    }

    /// A function of the host.
    private interface Body {
        Object call(Object[] arguments);
    }

    private static void add(SxDict functions, String name, int arity, Body body) {
        functions.put(name, new Primitive(name, arity, arity, (_, a) -> body.call(a)));
    }
}
