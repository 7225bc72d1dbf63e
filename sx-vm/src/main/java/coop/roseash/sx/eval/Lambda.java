package coop.roseash.sx.eval;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.value.Procedure;

/// A function as the evaluator makes it: its code and the environment it was made in.
final class Lambda implements Procedure {
    final Applications.Function code;
    final @Nullable Environment environment;

    Lambda(Applications.Function code, @Nullable Environment environment) {
        this.code = code;
        this.environment = environment;
    }

    @Override
    public String name() {
        return code.name;
    }
}
