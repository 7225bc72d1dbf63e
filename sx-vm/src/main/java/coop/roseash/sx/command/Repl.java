package coop.roseash.sx.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Sx;
import coop.roseash.sx.SxEvaluation;
import coop.roseash.sx.Trace;
import coop.roseash.sx.bytecode.Disassembler;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.value.SxException;

/// A conversation: forms over as many lines as they need, and commands that begin with a colon.
final class Repl {
    private static final String HELP = """
            :disasm form   its instructions        :trace form   the VM step by step, with stack and cells
            :history       what was entered        !n            entry n again
            :help          this                    :quit         ends
            """;
    private final BufferedReader in;
    private final PrintStream out;
    private final Options options;
    private final SxEvaluation evaluation;
    private final History history;
    private final List<String> evaluated = new ArrayList<>();
    private @Nullable Trace trace;

    Repl(InputStream in, PrintStream out, Options options, History history) {
        this.history = history;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.options = options;
        this.evaluation = Sx.evaluation(options.engine(), options.profile());
    }

    int run() throws IOException {
        out.println("SX on " + options.engine().text() + "; :help tells more");
        String entry = read();
        while (entry != null && !entry.equals(":quit")) {
            answer(recalled(entry));
            entry = read();
        }
        return 0;
    }

    /// One entry: lines until all brackets are closed, null at the end of the input.
    private @Nullable String read() throws IOException {
        StringBuilder entry = new StringBuilder();
        do {
            out.print(entry.isEmpty() ? "sx> " : "..> ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                return entry.isEmpty() ? null : entry.toString();
            }
            entry.append(line).append('\n');
        } while (isUnfinished(entry.toString()));
        return entry.toString().strip();
    }

    private boolean isUnfinished(String entry) {
        try {
            Reader.read(entry, options.profile().limits());
            return false;
        } catch (SxException e) {
            return e.message().endsWith("is never finished");
        }
    }

    private String recalled(String entry) {
        if (entry.matches("![0-9]{1,6}")) {
            int index = Integer.parseInt(entry.substring(1)) - 1;
            return history.get(index);
        }
        return entry;
    }

    private void answer(String entry) throws IOException {
        if (entry.isEmpty()) {
            return;
        }
        history.add(entry);
        try {
            command(entry);
        } catch (SxException e) {
            out.print(evaluation.output());
            out.println(Report.forPeople(e, entry));
        }
    }

    private void command(String entry) {
        if (entry.equals(":help")) {
            out.print(HELP);
        } else if (entry.equals(":history")) {
            history.print(out);
        } else if (entry.startsWith(":disasm ")) {
            SxEvaluation compiling = options.engine() == Engine.CEK
                    ? Sx.evaluation(Engine.VM, options.profile())
                    : evaluation;
            out.print(Disassembler.disassemble(compiling.compile(entry.substring(8))));
        } else if (entry.startsWith(":trace ")) {
            trace(entry.substring(7));
        } else {
            Object value = evaluation.evaluate(entry);
            evaluated.add(entry);
            out.println(evaluation.output() + evaluation.serialize(value));
        }
    }

    /// The VM that can be watched is another engine, so it first runs what was evaluated since it was last asked.
    private void trace(String source) {
        Trace watched = trace == null ? new Trace(options.profile()) : trace;
        trace = watched;
        evaluated.forEach(watched::follow);
        evaluated.clear();
        watched.run(source, out::println);
    }
}
