package coop.roseash.sx;

import java.util.function.Supplier;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.render.Renderer;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Values;

/// The runs of one user: global names stay from one run to the next, each run has the limits anew. Not thread-safe.
public final class SxEvaluation {
    private final Session session;
    private final Profile profile;
    private Meter meter;

    SxEvaluation(Session session, Profile profile) {
        this.session = session;
        this.profile = profile;
        this.meter = profile.meter();
    }

    /// Reads and runs a program; its value is that of its last form.
    public Object evaluate(String source) {
        return metered(() -> session.evaluate(read(source), meter, expansion()));
    }

    /// Compiles a program without running it.
    public Code compile(String source) {
        return metered(() -> session.compile(read(source), expansion()));
    }

    /// Runs compiled code.
    public Object run(Code code) {
        return metered(() -> session.run(code, meter));
    }

    /// Calls a function by its global name.
    public Object call(String name, Object... arguments) {
        return metered(() -> session.call(meter, session.lookUp(name), arguments));
    }

    /// Calls a function that an earlier run gave.
    public Object apply(Object function, Object... arguments) {
        return metered(() -> session.call(meter, function, arguments));
    }

    /// Runs a program and writes its value as HTML.
    public String render(String source) {
        return metered(() -> Renderer.render(meter, session.evaluate(read(source), meter, expansion())));
    }

    /// Defines a global name, frozen, for the programs to come.
    public void define(String name, Object value) {
        session.define(name, Values.freeze(value));
    }

    public Object lookUp(String name) {
        return session.lookUp(name);
    }

    /// What the last run printed.
    public String output() {
        return meter.output();
    }

    /// The fuel of the last run.
    public long fuel() {
        return meter.fuel;
    }

    /// The memory of the last run, by semantic size.
    public long alloc() {
        return meter.alloc();
    }

    /// A value of the last run as the text that reads back as it, within what the run has left of output and time.
    public String serialize(Object value) {
        return guarded(() -> Printer.serialize(value, characters -> {
            meter.charge(characters);
            meter.poll();
        }));
    }

    private SxList read(String source) {
        return (SxList) Values.freeze(Reader.read(source, profile.limits(), meter::poll));
    }

    /// The meter of macros: they may use as much again.
    private Meter expansion() {
        return meter.alongside(profile.limits());
    }

    private <T> T metered(Supplier<T> run) {
        meter = profile.meter();
        return guarded(() -> {
            T result = run.get();
            meter.finish();
            return result;
        });
    }

    private static <T> T guarded(Supplier<T> run) {
        try {
            return run.get();
        } catch (StackOverflowError _) {
            throw new SxException(ErrorCode.COMPILE_LIMIT, "forms are nested too deeply");
        } catch (OutOfMemoryError _) {
            throw new SxException(ErrorCode.MEMORY_EXCEEDED, "the program needed more memory than there is");
        }
    }
}
