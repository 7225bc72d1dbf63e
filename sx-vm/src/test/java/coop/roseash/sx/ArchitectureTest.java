package coop.roseash.sx;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Packages use those before them only, files stay short, and the VM's loop stays small enough for the JVM to compile.
class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java/coop/roseash/sx");
    private static final List<String> ORDER = List.of("value", "limit", "reader", "render", "primitive", "eval",
            "bytecode",
            "compile", "vm", "jit", "", "script", "command");
    private static final Pattern IMPORT = Pattern
        .compile("import (?:static )?coop\\.roseash\\.sx\\.(?:([a-z]+)\\.)?[A-Z]");
    private static final int LARGEST_THAT_IS_COMPILED = 8_000;

    @Test
    void packagesGoInOneDirection() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String own = MAIN.relativize(file).getNameCount() == 1
                        ? ""
                        : MAIN.relativize(file).getName(0).toString();
                String text = Files.readString(file);
                assertTrue(text.lines().count() < 1_000, file + " is too long");
                Matcher imports = IMPORT.matcher(text);
                while (imports.find()) {
                    String used = imports.group(1) == null ? "" : imports.group(1);
                    assertTrue(ORDER.indexOf(used) <= ORDER.indexOf(own), file + " uses " + used);
                    assertTrue(!own.equals("vm") || !used.equals("eval"),
                            "the VM reaches the evaluator by its platform only");
                }
            }
        }
    }

    @Test
    void theVmLoopIsSmallEnoughToBeCompiled() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("target/classes/coop/roseash/sx/vm/Vm.class"));
        int longest = ClassFile.of()
            .parse(bytes)
            .methods()
            .stream()
            .mapToInt(method -> method.code().map(code -> ((CodeAttribute) code).codeLength()).orElse(0))
            .max()
            .orElse(0);
        assertTrue(longest > 500 && longest < LARGEST_THAT_IS_COMPILED, "its longest method has " + longest + " bytes");
    }
}
