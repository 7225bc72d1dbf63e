package coop.roseash.sx.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;

import coop.roseash.sx.jit.Flow.Kind;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.vm.CompiledFunction;
import coop.roseash.sx.vm.Prototype;
import coop.roseash.sx.vm.Vm;
import coop.roseash.sx.vm.VmClosure;

/// Turns the bytecode of one function into a hidden class.
///
/// `run` takes any arguments. If it pays, `runIntegers` is a copy for integers. Callers that know only that it is a
/// function use `call1` and the like; those that were linked to it use `direct`, which counts and waits itself.
final class FunctionCompiler {
    private static final ClassDesc[] CALL = {Names.VM, Names.CLOSURE};
    private static final ClassDesc[] NOTHING = {};
    private static final int MOST_SPREAD = 3;
    /// Where the arguments lie in a method of an object, and in one of a class.
    private static final int AFTER_SELF = 3;
    private static final int AFTER_FUNCTION = 1;

    private final Prototype prototype;
    private final Speculation speculation;
    private final Copy general;
    private final int parameters;
    private final Constants constants = new Constants();

    private FunctionCompiler(VmClosure closure) {
        this.prototype = closure.prototype;
        this.speculation = new Speculation(closure);
        this.general = Copy.general(prototype, speculation);
        this.parameters = general.kinds().size();
    }

    /// Defines the class and makes its one object.
    static CompiledFunction compile(VmClosure closure, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        FunctionCompiler compiler = new FunctionCompiler(closure);
        byte[] bytes = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(Vm.class.getClassLoader())))
            .build(Names.COMPILED, compiler::write);
        Class<?> defined = lookup.defineHiddenClassWithClassData(bytes, compiler.constants.values(), true)
            .lookupClass();
        return (CompiledFunction) defined.getDeclaredConstructor().newInstance();
    }

    private void write(ClassBuilder type) {
        type.withSuperclass(Names.FUNCTION);
        type.withMethodBody("<init>", Names.type(Names.VOID), ClassFile.ACC_PUBLIC, code -> code.aload(0)
            .invokespecial(Names.FUNCTION, "<init>", Names.type(Names.VOID))
            .return_());
        write(type, general);
        if (speculation.pays()) {
            write(type, Copy.forIntegers(prototype, speculation));
        }
        boolean spread = parameters <= MOST_SPREAD;
        type.withMethodBody(spread ? "call" + parameters : "callN",
                spread
                        ? Names.type(Names.OBJECT, CALL, parameters)
                        : Names.type(Names.OBJECT, CALL, 0, Names.ARRAY),
                ClassFile.ACC_PUBLIC, code -> entry(code, spread));
        if (!prototype.rest) {
            type.withMethodBody("direct", Names.type(Names.OBJECT, NOTHING, parameters + 1, Names.VM),
                    ClassFile.ACC_STATIC, this::direct);
        }
    }

    private void write(ClassBuilder type, Copy copy) {
        type.withMethodBody(copy.method(), copy.type(), ClassFile.ACC_STATIC,
                code -> new Body(prototype, speculation, copy, constants, code).emit());
    }

    /// The method by which others call that know nothing of the function.
    private void entry(CodeBuilder code, boolean spread) {
        run(code, parameter -> {
            if (spread) {
                code.aload(AFTER_SELF + parameter);
            } else {
                code.aload(AFTER_SELF).loadConstant(parameter).aaload();
            }
        }, () -> code.aload(1).aload(2), "taken");
    }

    /// The method by which others call that were linked to the function: it counts the call and the waiting for it.
    private void direct(CodeBuilder code) {
        int vm = AFTER_FUNCTION + parameters;
        Label other = code.newLabel();
        code.aload(vm)
            .getfield(Names.VM, "meter", Names.METER)
            .invokevirtual(Names.METER, speculation.conduct.isLeaf() ? "applyOnHost" : "enterOnHost",
                    Names.type(Names.BOOLEAN))
            .ifeq(other);
        run(code, parameter -> code.aload(AFTER_FUNCTION + parameter),
                () -> code.aload(vm).aload(0).checkcast(Names.CLOSURE),
                speculation.conduct.isLeaf() ? "taken" : "leave");
        code.labelBinding(other).aload(0).loadConstant(parameters).anewarray(Names.OBJECT);
        for (int i = 0; i < parameters; i++) {
            code.dup().loadConstant(i).aload(AFTER_FUNCTION + i).aastore();
        }
        code.aload(vm)
            .invokestatic(Names.LINKAGE, "other", Names.type(Names.OBJECT, Names.OBJECT, Names.ARRAY, Names.VM))
            .areturn();
    }

    private interface Argument {
        void load(int parameter);
    }

    /// Runs the copy that takes the arguments, and returns.
    ///
    /// @param end what {@link coop.roseash.sx.vm.Linkage} does with the result
    private void run(CodeBuilder code, Argument argument, Runnable before, String end) {
        if (speculation.pays()) {
            Copy copy = Copy.forIntegers(prototype, speculation);
            Label any = code.newLabel();
            for (int i = 0; i < parameters; i++) {
                if (copy.kinds().get(i) == Kind.INTEGER) {
                    argument.load(i);
                    code.instanceOf(Names.BOX).ifeq(any);
                }
            }
            run(code, copy, argument, before, end);
            code.labelBinding(any);
        }
        run(code, general, argument, before, end);
    }

    private void run(CodeBuilder code, Copy copy, Argument argument, Runnable before, String end) {
        before.run();
        for (int i = 0; i < copy.kinds().size(); i++) {
            argument.load(i);
            if (copy.kinds().get(i) == Kind.INTEGER) {
                code.checkcast(Names.BOX).invokevirtual(Names.BOX, "longValue", Names.type(Names.LONG));
            }
        }
        int depth = code.allocateLocal(TypeKind.INT);
        if (copy.recurs()) {
            meter(code, before);
            code.getfield(Names.METER, "depth", Names.INT)
                .dup()
                .istore(depth)
                .loadConstant(Meter.WAITING_SHIFT)
                .ishl();
        }
        if (speculation.conduct.firstSteps() > 0) {
            meter(code, before);
            code.loadConstant(speculation.conduct.firstSteps())
                .invokevirtual(Names.METER, "count", Names.type(Names.VOID, Names.INT));
        }
        code.invokestatic(Names.COMPILED, copy.method(), copy.type());
        if (copy.recurs()) {
            meter(code, before);
            code.iload(depth).putfield(Names.METER, "depth", Names.INT);
        }
        if (end.equals("leave") || copy.givesIntegers()) {
            before.run();
            code.pop().invokestatic(Names.LINKAGE, end, Names.type(Names.OBJECT, copy.result(), Names.VM));
        }
        code.areturn();
    }

    private static void meter(CodeBuilder code, Runnable before) {
        before.run();
        code.pop().getfield(Names.VM, "meter", Names.METER);
    }
}
