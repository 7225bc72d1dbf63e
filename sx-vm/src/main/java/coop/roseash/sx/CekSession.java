package coop.roseash.sx;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.eval.Evaluator;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Calls;
import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;

/// Programs on the CEK evaluator.
final class CekSession implements Session {
    private final Globals globals;
    private final Evaluator evaluator;

    CekSession(Language language) {
        this.globals = new Globals(language);
        this.evaluator = new Evaluator(globals, (function, _) -> {
            throw Calls.notCallable(function);
        });
    }

    Globals globals() {
        return globals;
    }

    @Override
    public Object evaluate(SxList forms, Meter meter, Meter expansion) {
        return evaluator.evaluate(forms, meter, expansion);
    }

    @Override
    public Code compile(SxList forms, Meter expansion) {
        throw new SxException(ErrorCode.FORBIDDEN, "the evaluator does not compile; use another engine");
    }

    @Override
    public Object run(Code code, Meter meter) {
        throw new SxException(ErrorCode.FORBIDDEN, "the evaluator does not run bytecode; use another engine");
    }

    @Override
    public Object call(Meter meter, Object function, Object... arguments) {
        return evaluator.call(meter, function, arguments);
    }

    @Override
    public void define(String name, Object value) {
        globals.define(name, value);
    }

    @Override
    public Object lookUp(String name) {
        return globals.cell(name).get();
    }
}
