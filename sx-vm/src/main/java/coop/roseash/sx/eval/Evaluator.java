package coop.roseash.sx.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Macro;
import coop.roseash.sx.value.SxList;

/// Programs on the CEK machine, over global names that stay from one program to the next.
public final class Evaluator {
    /// The names that head special forms and so cannot be defined.
    public static final Set<String> SPECIAL_FORMS = SpecialForms.NAMES;

    private final Globals globals;
    private final Map<String, Macro> macros = new LinkedHashMap<>();
    private final Machine.Foreign foreign;

    public Evaluator(Globals globals, Machine.Foreign foreign) {
        this.globals = globals;
        this.foreign = foreign;
    }

    /// Evaluates all forms; macros are expanded before anything runs, on a meter of their own.
    public Object evaluate(SxList forms, Meter meter, Meter expansion) {
        Analyser analyser = new Analyser(globals, macros,
                (macro, arguments) -> new Machine(expansion, foreign).call(macro.transformer(), arguments),
                expansion::poll);
        return new Machine(meter, foreign).run(analyser.program(forms));
    }

    /// Calls a function.
    public Object call(Meter meter, Object function, Object... arguments) {
        return new Machine(meter, foreign).call(function, arguments);
    }

    public Globals globals() {
        return globals;
    }
}
