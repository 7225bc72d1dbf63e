package coop.roseash.sx.vm;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;

/// One function of a program, whatever it captures; decoded when it is first called.
public final class Prototype {
    private static final int ANY = -1;

    public final Code code;
    public final Program program;
    public final int arity;
    public final boolean rest;
    public final int locals;
    /// The number of arguments it takes, -1 if it takes any number beyond its arity.
    final int exactly;
    private @Nullable Decoded decoded;
    /// Calls so far and, once there were enough, the compiled function; both belong to the jvm tier.
    int calls;
    boolean refused;
    @Nullable
    CompiledFunction compiled;

    Prototype(Code code, Program program) {
        this.code = code;
        this.program = program;
        this.arity = code.arity();
        this.rest = code.rest();
        this.locals = code.locals();
        this.exactly = rest ? ANY : arity;
    }

    /// Its instructions, the same to all threads: whoever decodes twice at the same time does no harm.
    public Decoded decoded() {
        Decoded found = decoded;
        if (found == null) {
            found = new Decoder(this).decode();
            decoded = found;
        }
        return found;
    }

    public @Nullable CompiledFunction compiled() {
        return compiled;
    }
}
