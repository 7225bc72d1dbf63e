package coop.roseash.sx;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.CodeImage;
import coop.roseash.sx.compile.Compiler;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.reader.Unplaced;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.vm.Program;
import coop.roseash.sx.vm.Tiering;
import coop.roseash.sx.vm.Vm;

/// The language ready to run: libraries and compiler, loaded once, immutable and shared by all evaluations.
public final class SxRuntime {
    static final String STANDARD_LIBRARY = "stdlib.image";
    static final String COMPILER = "compiler.image";
    private static final Lazy<SxRuntime> SHARED = new Lazy<>(
            () -> new SxRuntime(compiled(STANDARD_LIBRARY), compiled(COMPILER)));

    private final Code standardLibrary;
    private final Lazy<Language> evaluated = new Lazy<>(SxRuntime::evaluatedLibrary);
    private final Language library;
    private final Compiler compiler;
    private final Lazy<SpecImage> specification;

    SxRuntime(Code standardLibrary, Code compilerCode) {
        this.standardLibrary = standardLibrary;
        this.library = loaded(standardLibrary, Language.PRIMITIVES);
        Language tools = loaded(compilerCode, library.with(Compiler.NATIVES));
        this.compiler = new Compiler(
                (meter, function, arguments) -> new Vm(meter, new HostPlatform(meter, (_, _, _) -> {
                    throw new IllegalStateException("the compiler calls nothing foreign");
                }), Tiering.NEVER).call(Objects.requireNonNull(tools.find(function)), arguments));
        this.specification = new Lazy<>(() -> specification(Specification.text("vm.sx")));
    }

    /// The one runtime of this process.
    public static SxRuntime shared() {
        return SHARED.get();
    }

    private static Code compiled(String name) {
        return CodeImage.read(Specification.bytes("compiled/" + name));
    }

    static Language evaluatedLibrary() {
        CekSession session = new CekSession(Language.PRIMITIVES);
        Meter meter = SpecImage.plenty();
        session.evaluate(Unplaced.read(Specification.text("stdlib.sx"), meter.limits()), meter, meter);
        return Language.PRIMITIVES.with(session.globals());
    }

    private static Language loaded(Code code, Language under) {
        Globals globals = new Globals(under);
        Meter meter = SpecImage.plenty();
        new Vm(meter, new HostPlatform(meter, (_, _, _) -> {
            throw new IllegalStateException("a library calls nothing foreign");
        }), Tiering.NEVER).run(Program.library(code, globals));
        return under.with(globals);
    }

    private SpecImage specification(String vm) {
        return new SpecImage(evaluated.get(), vm, standardLibrary);
    }

    SpecImage specification() {
        return specification.get();
    }

    Session session(Engine engine) {
        return session(engine, Profile.PLATFORM);
    }

    /// @param tenant whose classes its functions may become
    Session session(Engine engine, String tenant) {
        return switch (engine) {
            case CEK -> new CekSession(evaluated.get());
            case SPEC -> new SpecSession(specification.get());
            case VM, JVM, SX -> new VmSession(library, compiler, Tier.of(engine, tenant));
        };
    }

    /// A value made when it is first needed.
    private static final class Lazy<T> {
        private final Supplier<T> supplier;
        private volatile @Nullable Optional<T> value;

        Lazy(Supplier<T> supplier) {
            this.supplier = supplier;
        }

        T get() {
            Optional<T> found = value;
            if (found == null) {
                synchronized (this) {
                    found = value;
                    if (found == null) {
                        found = Optional.of(supplier.get());
                        value = found;
                    }
                }
            }
            return found.orElseThrow();
        }
    }
}
