package coop.roseash.sx.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;
import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Disassembler;
import coop.roseash.sx.bytecode.SxbcFile;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;

/// The `sx` command: 0 is well, 1 a test that failed or a file that cannot be read, 2 a wrong command line, 3 an error of
/// the program.
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int PROGRAM_ERROR = 3;
    private static final String USAGE = """
            sx eval <program>        its value; a program is text, the name of a file, or - for standard input
            sx compile <program>     its bytecode, to standard output or with -o to a file
            sx run <file.sxbc>       the value of compiled code
            sx disasm <program>      its instructions; also of a file of bytecode
            sx test [--full]         the suites of the language, on cek or on every engine
            sx render <program>      its value as HTML
            sx repl                  a conversation

            --engine cek|spec|vm|jvm|sx   --profile author|trusted   --json
            --fuel N   --alloc BYTES   --depth N   --deadline-ms N
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new Main(out, err).run(words);
        out.flush();
        System.exit(status);
    }

    int run(String[] words) {
        try {
            return command(Options.parse(words));
        } catch (Options.UsageException e) {
            err.println("sx: " + e.getMessage() + "\n\n" + USAGE);
            return WRONG_USE;
        } catch (IOException e) {
            err.println("sx: cannot read or write " + e.getMessage());
            return FAILED;
        }
    }

    private int command(Options options) throws IOException, Options.UsageException {
        SxEvaluation evaluation = Sx.evaluation(options.engine(), options.profile());
        return switch (options.command()) {
            case "eval" -> value(options, evaluation, source -> Printer.serialize(evaluation.evaluate(source)));
            case "render" -> value(options, evaluation, evaluation::render);
            case "compile" -> value(options, compiling(options), source -> compiled(options, source));
            case "run" -> value(options, evaluation, source -> Printer.serialize(run(evaluation, source)));
            case "disasm" -> value(options, compiling(options),
                    source -> Disassembler.disassemble(code(compiling(options), source)).stripTrailing());
            case "test" -> new TestCommand(out).run(options) ? 0 : FAILED;
            case "repl" -> new Repl(System.in, out, options, history()).run();
            default -> throw new Options.UsageException("there is no command " + options.command());
        };
    }

    /// What a person enters is kept for the next time; what a script enters is not.
    private static History history() {
        Console console = System.console();
        return console != null && console.isTerminal()
                ? History.in(Path.of(System.getProperty("user.home"), ".sx_history"))
                : History.forgotten();
    }

    /// The evaluator does not compile, so the VM does where it is asked to.
    private static SxEvaluation compiling(Options options) {
        return Sx.evaluation(options.engine() == Engine.CEK ? Engine.VM : options.engine(), options.profile());
    }

    /// What a command makes of a program.
    private interface Action {
        String apply(String source) throws IOException;
    }

    private int value(Options options, SxEvaluation evaluation, Action action)
            throws IOException, Options.UsageException {
        if (options.arguments().size() != 1) {
            throw new Options.UsageException("sx " + options.command() + " wants one program");
        }
        String source = source(options.arguments().get(0));
        try {
            String value = action.apply(source);
            out.println(options.json() ? Report.value(value, evaluation) : evaluation.output() + value);
            return 0;
        } catch (SxException e) {
            if (options.json()) {
                out.println(Report.error(e, evaluation));
            } else {
                out.print(evaluation.output());
                err.println(Report.forPeople(e, source));
            }
            return PROGRAM_ERROR;
        }
    }

    private static String source(String argument) throws IOException {
        if (argument.equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            if (argument.length() < 1_000 && Files.isRegularFile(Path.of(argument))) {
                return Files.readString(Path.of(argument));
            }
        } catch (InvalidPathException _) {
            // No name of a file, so it is a program.
        }
        return argument;
    }

    private static boolean isBytecode(String source) {
        return source.stripLeading().startsWith("(sxbc");
    }

    private static Code code(SxEvaluation evaluation, String source) {
        return isBytecode(source) ? SxbcFile.read(source) : evaluation.compile(source);
    }

    private static Object run(SxEvaluation evaluation, String source) {
        return evaluation.run(SxbcFile.read(source));
    }

    private static String compiled(Options options, String source) throws IOException {
        String text = SxbcFile.write(compiling(options).compile(source));
        if (options.output() == null) {
            return text.stripTrailing();
        }
        Files.writeString(Path.of(options.output()), text);
        return options.output();
    }
}
