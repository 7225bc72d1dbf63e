package coop.roseash.sx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxList;

/// Watches the VM written in SX at work: each instruction with the stack and the cells it leaves behind.
///
/// It has names of its own, so what a traced program changes is changed in the trace only.
public final class Trace {
    private static final int SHOWN = 70;
    private final Profile profile;
    private final SpecImage image = SxRuntime.shared().specification();
    private final SpecSession session = new SpecSession(image);
    private final SxEvaluation evaluation;

    public Trace(Profile profile) {
        this.profile = profile;
        this.evaluation = new SxEvaluation(session, profile);
    }

    /// Runs a program that ran elsewhere, without a report, for what it defines.
    public void follow(String source) {
        evaluation.evaluate(source);
    }

    /// Runs a program step by step and reports a line for each.
    public void run(String source, Consumer<String> report) {
        Code code = evaluation.compile(source);
        Meter meter = profile.meter();
        SxDict vm = image.start(meter, code, session.globals());
        while (vm.get("running") == Boolean.TRUE) {
            String instruction = instruction(vm);
            image.step(meter, vm);
            report.accept("%-18s stack %s%s".formatted(instruction, stack(vm), cells(vm)));
        }
        report.accept("value " + shown(vm.get("result")));
    }

    private static String instruction(SxDict vm) {
        int ip = ((Long) vm.get("ip")).intValue();
        Object opcode = ((SxList) vm.get("bytecode")).get(ip);
        Opcode found = Opcode.find(((Long) opcode).intValue());
        return "%04d %s".formatted(ip, found);
    }

    private static String stack(SxDict vm) {
        SxList stack = (SxList) vm.get("stack");
        int base = ((Long) vm.get("base")).intValue();
        int top = ((Long) vm.get("sp")).intValue();
        List<String> values = new ArrayList<>();
        for (int i = base; i < top; i++) {
            values.add(shown(stack.get(i)));
        }
        return values.toString();
    }

    private static String cells(SxDict vm) {
        return vm.get("cells") == Nil.NIL ? "" : " cells " + shown(vm.get("cells"));
    }

    private static String shown(Object value) {
        return Printer.brief(value, SHOWN);
    }
}
