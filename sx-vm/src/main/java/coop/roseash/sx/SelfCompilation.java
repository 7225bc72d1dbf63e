package coop.roseash.sx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.CodeImage;
import coop.roseash.sx.bytecode.SxbcFile;
import coop.roseash.sx.compile.Compiler;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.reader.Specification;
import coop.roseash.sx.reader.Unplaced;
import coop.roseash.sx.value.SxList;

/// The build's step that compiles the compiler with itself and checks that it comes out the same.
public final class SelfCompilation {
    private static final List<String> LIBRARY = List.of("stdlib.sx");
    private static final List<String> COMPILER = List.of("bytecode.sx", "compiler.sx");

    private SelfCompilation() {}

    /// Writes the compiled library and compiler into the folder given.
    public static void main(String[] arguments) throws IOException {
        Code library = onEvaluator(LIBRARY);
        Code compiler = onEvaluator(COMPILER);
        SxRuntime first = new SxRuntime(library, compiler);
        requireSame("stdlib", library, onVm(first, LIBRARY));
        requireSame("compiler", compiler, onVm(first, COMPILER));
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Files.write(folder.resolve(SxRuntime.STANDARD_LIBRARY), CodeImage.write(library));
        Files.write(folder.resolve(SxRuntime.COMPILER), CodeImage.write(compiler));
    }

    private static void requireSame(String name, Code first, Code second) {
        if (!SxbcFile.write(first).equals(SxbcFile.write(second))) {
            throw new IllegalStateException(
                    name + ".sx does not compile to the same bytes on the VM as on the evaluator");
        }
    }

    private static SxList forms(List<String> files, Meter meter) {
        List<Object> forms = new ArrayList<>();
        files.forEach(file -> forms.addAll(Unplaced.read(Specification.text(file), meter.limits()).asList()));
        return SxList.copyOf(forms);
    }

    /// Stage 1: the compiler as the evaluator runs it.
    static Code onEvaluator(List<String> files) {
        CekSession session = new CekSession(SxRuntime.evaluatedLibrary().with(Compiler.NATIVES));
        Meter meter = SpecImage.plenty();
        session.evaluate(forms(COMPILER, meter), meter, meter);
        Compiler compiler = new Compiler(
                (own, function, arguments) -> session.call(own, session.lookUp(function), arguments));
        return compiler.compile(forms(files, meter), new NoMacros(session.globals()), meter);
    }

    /// Stage 2: the compiler that stage 1 made.
    static Code onVm(SxRuntime runtime, List<String> files) {
        Meter meter = SpecImage.plenty();
        return runtime.session(Engine.VM).compile(forms(files, meter), meter);
    }
}
