package coop.roseash.sx.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.SxException;

/// The `sx` command: 0 is well, 1 a test that failed or a file that cannot be read, 2 a wrong command line, 3 an error of
/// the program.
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int PROGRAM_ERROR = 3;
    /// What is meant as the name of a file, whether there is one or not.
    private static final String FILE_NAME = "[^\\s()\"]{1,999}\\.(sx|sxbc)";
    private static final String USAGE = """
            sx eval <program>        its value; a program is text, the name of a file, or - for standard input
            sx compile <program>     its bytecode, to standard output or with -o to a file
            sx run <file.sxbc>       the value of compiled code
            sx disasm <program>      its instructions; also of a file of bytecode
            sx test [--full]         the suites of the language, on cek or on every engine
            sx render <program>      its value as HTML
            sx repl                  a conversation
            sx help                  this

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
            case "eval" -> value(options, evaluation,
                    source -> evaluation.serialize(evaluation.evaluate(text(source))));
            case "render" -> value(options, evaluation, source -> evaluation.render(text(source)));
            case "compile" -> value(options, compiling(options), source -> compiled(options, source));
            case "run" -> value(options, evaluation, source -> evaluation.serialize(run(evaluation, source)));
            case "disasm" -> value(options, compiling(options),
                    source -> Disassembler.disassemble(code(compiling(options), source)).stripTrailing());
            case "test" -> new TestCommand(out).run(options) ? 0 : FAILED;
            case "help", "--help", "-h" -> help();
            case "repl" -> new Repl(System.in, out, options, history()).run();
            default -> throw new Options.UsageException("there is no command " + options.command());
        };
    }

    private int help() {
        out.print(USAGE);
        return 0;
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

    /// What a command makes of a program, or of a file of bytecode.
    private interface Action {
        String apply(byte[] source) throws IOException;
    }

    private int value(Options options, SxEvaluation evaluation, Action action)
            throws IOException, Options.UsageException {
        if (options.arguments().size() != 1) {
            throw new Options.UsageException("sx " + options.command() + " wants one program");
        }
        byte[] source = source(options.arguments().get(0));
        try {
            String value = action.apply(source);
            out.println(options.json() ? Report.value(value, evaluation) : evaluation.output() + value);
            return 0;
        } catch (OutOfMemoryError _) {
            return failed(options, evaluation, source,
                    new SxException(ErrorCode.MEMORY_EXCEEDED, "there is less memory than this needs"));
        } catch (SxException e) {
            return failed(options, evaluation, source, e);
        }
    }

    private int failed(Options options, SxEvaluation evaluation, byte[] source, SxException e) {
        if (options.json()) {
            out.println(Report.error(e, evaluation));
        } else {
            out.print(evaluation.output());
            err.println(Report.forPeople(e, new String(source, StandardCharsets.UTF_8)));
        }
        return PROGRAM_ERROR;
    }

    /// A program as text; a file of something else is no program.
    private static String text(byte[] source) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source)).toString();
        } catch (CharacterCodingException _) {
            throw new SxException(ErrorCode.PARSE_ERROR, "this is no text in UTF-8");
        }
    }

    private static byte[] source(String argument) throws IOException {
        if (argument.equals("-")) {
            return System.in.readAllBytes();
        }
        if (argument.isEmpty()) {
            return new byte[0];
        }
        try {
            Path file = Path.of(argument);
            if (argument.matches(FILE_NAME) && !Files.exists(file)) {
                throw new IOException(argument + ": there is no such file");
            }
            if (argument.length() < 1_000 && Files.isDirectory(file)) {
                throw new IOException(argument + ": it is a folder");
            }
            if (argument.length() < 1_000 && Files.isReadable(file)) {
                return Files.readAllBytes(file);
            }
        } catch (InvalidPathException _) {
            // No name of a file, so it is a program.
        }
        return argument.getBytes(StandardCharsets.UTF_8);
    }

    private static Code code(SxEvaluation evaluation, byte[] source) {
        String text = new String(source, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("(sxbc") ? SxbcFile.read(text) : evaluation.compile(text(source));
    }

    private static Object run(SxEvaluation evaluation, byte[] source) {
        return evaluation.run(SxbcFile.read(new String(source, StandardCharsets.UTF_8)));
    }

    private static String compiled(Options options, byte[] source) throws IOException {
        String text = SxbcFile.write(compiling(options).compile(text(source)));
        if (options.output() == null) {
            return text.stripTrailing();
        }
        Files.writeString(Path.of(options.output()), text);
        return options.output();
    }
}
