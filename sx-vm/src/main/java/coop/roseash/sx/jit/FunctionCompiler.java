package coop.roseash.sx.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.bytecode.Verifier;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.vm.CompiledFunction;
import coop.roseash.sx.vm.Operations;
import coop.roseash.sx.vm.Prototype;
import coop.roseash.sx.vm.UpvalueCell;
import coop.roseash.sx.vm.Vm;
import coop.roseash.sx.vm.VmClosure;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

/// Turns the bytecode of one function into a hidden class: its locals are JVM locals, its stack is the JVM's.
final class FunctionCompiler {
    private static final ClassDesc CLASS = ClassDesc.of("coop.roseash.sx.jit.Compiled");
    private static final ClassDesc CD_VM = desc(Vm.class);
    private static final ClassDesc CD_CLOSURE = desc(VmClosure.class);
    private static final ClassDesc CD_METER = desc(Meter.class);
    private static final ClassDesc CD_CELL = desc(UpvalueCell.class);
    private static final ClassDesc CD_OPERATIONS = desc(Operations.class);
    private static final ClassDesc CD_ARRAY = CD_Object.arrayType();
    private static final DirectMethodHandleDesc CLASS_DATA = ConstantDescs.ofConstantBootstrap(
            desc(MethodHandles.class),
            "classDataAt", CD_Object, CD_int);
    private static final int VM = 0;
    private static final int SELF = 1;
    private static final int FIRST = 2;
    private static final Map<String, String> BINARY = Map.of("+", "add", "-", "subtract", "*", "multiply", "mod",
            "modulo",
            "get", "get", "append!", "append");
    private static final Map<String, String> COMPARISONS = Map.of("<", "less", ">", "greater", "=", "equal");

    private final Prototype prototype;
    private final int parameters;
    private final int meter;
    private final int temporary;
    private final int[] depths;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final List<Object> data = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final CodeBuilder code;
    private final Label start;

    /// A stretch of code and where its errors are said to be.
    private record Handler(Label from, Label to, int place) {}

    private FunctionCompiler(Prototype prototype, CodeBuilder code) {
        this.prototype = prototype;
        this.code = code;
        this.parameters = parameters(prototype);
        this.meter = FIRST + prototype.locals;
        this.temporary = meter + 1;
        this.depths = Verifier.depths(prototype.code);
        this.start = code.newLabel();
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    private static int parameters(Prototype prototype) {
        return prototype.arity + (prototype.rest ? 1 : 0);
    }

    /// Defines the class and makes its one object.
    static CompiledFunction compile(Prototype prototype, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        List<Object> data = new ArrayList<>();
        byte[] bytes = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(Vm.class.getClassLoader())))
            .build(CLASS, type -> {
                type.withSuperclass(desc(CompiledFunction.class));
                type.withMethodBody("<init>", MethodTypeDesc.of(CD_void), ClassFile.ACC_PUBLIC, body -> body.aload(0)
                    .invokespecial(desc(CompiledFunction.class), "<init>", MethodTypeDesc.of(CD_void))
                    .return_());
                type.withMethodBody("run", runType(prototype), ClassFile.ACC_STATIC, body -> {
                    FunctionCompiler compiler = new FunctionCompiler(prototype, body);
                    compiler.body();
                    data.addAll(compiler.data);
                });
                entry(type, prototype);
            });
        Object[] constants = data.isEmpty() ? new Object[]{Nil.NIL} : data.toArray();
        Class<?> defined = lookup.defineHiddenClassWithClassData(bytes, List.of(constants), true).lookupClass();
        return (CompiledFunction) defined.getDeclaredConstructor().newInstance();
    }

    private static MethodTypeDesc runType(Prototype prototype) {
        ClassDesc[] types = new ClassDesc[FIRST + parameters(prototype)];
        Arrays.fill(types, CD_Object);
        types[VM] = CD_VM;
        types[SELF] = CD_CLOSURE;
        return MethodTypeDesc.of(CD_Object, types);
    }

    /// The method by which others call: `call2` and the like.
    private static void entry(ClassBuilder type, Prototype prototype) {
        int count = parameters(prototype);
        boolean spread = count > 4;
        MethodTypeDesc given = spread ? MethodTypeDesc.of(CD_Object, CD_VM, CD_CLOSURE, CD_ARRAY) : runType(prototype);
        type.withMethodBody(spread ? "callN" : "call" + count, given, ClassFile.ACC_PUBLIC, body -> {
            body.aload(1).aload(2);
            for (int i = 0; i < count; i++) {
                if (spread) {
                    body.aload(3).loadConstant(i).aaload();
                } else {
                    body.aload(3 + i);
                }
            }
            body.invokestatic(CLASS, "run", runType(prototype)).areturn();
        });
    }

    private void body() {
        code.aload(VM).getfield(CD_VM, "meter", CD_METER).astore(meter);
        code.labelBinding(start);
        for (int slot = 0; slot < prototype.locals; slot++) {
            initialise(slot);
        }
        List<Instruction> instructions = prototype.instructions;
        for (int i = 0; i < instructions.size(); i++) {
            if (depths[i] >= 0) {
                i = placed(instructions, i);
            }
        }
        handlers();
    }

    private void initialise(int slot) {
        boolean parameter = slot < parameters;
        if (prototype.captured[slot]) {
            code.new_(CD_CELL).dup();
            if (parameter) {
                code.aload(FIRST + slot);
            } else {
                nil();
            }
            code.invokespecial(CD_CELL, "<init>", MethodTypeDesc.of(CD_void, CD_Object)).astore(FIRST + slot);
        } else if (!parameter) {
            nil();
            code.astore(FIRST + slot);
        }
    }

    private void nil() {
        code.getstatic(desc(Nil.class), "NIL", desc(Nil.class));
    }

    private Label label(int offset) {
        return labels.computeIfAbsent(offset, _ -> code.newLabel());
    }

    /// One instruction, or two that go together, under a handler that gives an error its place; the index of the last.
    private int placed(List<Instruction> instructions, int index) {
        Instruction instruction = instructions.get(index);
        if (labels.containsKey(instruction.offset())) {
            code.labelBinding(label(instruction.offset()));
        }
        int place = prototype.code.position(instruction.offset());
        if (place == 0 || !canFail(instruction.opcode())) {
            return emit(instructions, index);
        }
        Label from = code.newLabel();
        Label to = code.newLabel();
        code.labelBinding(from);
        int last = emit(instructions, index);
        code.labelBinding(to);
        handlers.add(new Handler(from, to, place));
        return last;
    }

    private static boolean canFail(Opcode opcode) {
        return switch (opcode) {
            case CALL, TAIL_CALL, CALL_PRIM, LIST, DICT, STR_CONCAT, GLOBAL_GET, GLOBAL_SET, DEFINE -> true;
            default -> false;
        };
    }

    private void handlers() {
        for (Handler handler : handlers) {
            Label at = code.newBoundLabel();
            code.loadConstant(handler.place)
                .invokevirtual(desc(SxException.class), "at",
                        MethodTypeDesc.of(desc(SxException.class), CD_int))
                .athrow();
            code.exceptionCatch(handler.from, handler.to, at, desc(SxException.class));
        }
    }

    private int emit(List<Instruction> instructions, int index) {
        Instruction instruction = instructions.get(index);
        int first = instruction.first();
        switch (instruction.opcode()) {
            case CONST -> constant(prototype.constants[first]);
            case NIL -> nil();
            case TRUE -> code.getstatic(ConstantDescs.CD_Boolean, "TRUE", ConstantDescs.CD_Boolean);
            case FALSE -> code.getstatic(ConstantDescs.CD_Boolean, "FALSE", ConstantDescs.CD_Boolean);
            case POP -> code.pop();
            case DUP -> code.dup();
            case LOCAL_GET -> {
                code.aload(FIRST + first);
                if (prototype.captured[first]) {
                    code.getfield(CD_CELL, "value", CD_Object);
                }
            }
            case LOCAL_SET -> {
                code.dup();
                if (prototype.captured[first]) {
                    code.aload(FIRST + first).swap().putfield(CD_CELL, "value", CD_Object);
                } else {
                    code.astore(FIRST + first);
                }
            }
            case UPVALUE_GET -> self("upvalue", MethodTypeDesc.of(CD_Object, CD_CLOSURE, CD_int), first);
            case UPVALUE_SET -> {
                code.dup();
                self("assignUpvalue", MethodTypeDesc.of(CD_void, CD_Object, CD_CLOSURE, CD_int), first);
            }
            case GLOBAL_GET -> self("global", MethodTypeDesc.of(CD_Object, CD_CLOSURE, CD_int), global(first));
            case GLOBAL_SET -> {
                code.dup();
                self("assign", MethodTypeDesc.of(CD_void, CD_Object, CD_CLOSURE, CD_int), global(first));
            }
            case DEFINE -> {
                code.dup()
                    .aload(SELF)
                    .loadConstant((String) prototype.constants[first])
                    .invokestatic(CD_OPERATIONS, "define",
                            MethodTypeDesc.of(CD_void, CD_Object, CD_CLOSURE, ConstantDescs.CD_String));
            }
            case JUMP -> code.goto_(label(instruction.target()));
            case JUMP_IF_FALSE, JUMP_IF_TRUE -> {
                code.invokestatic(CD_OPERATIONS, "truthy", MethodTypeDesc.of(CD_boolean, CD_Object));
                branch(instruction);
            }
            case CALL -> call(first);
            case TAIL_CALL -> tailCall(first, depths[index] - first - 1);
            case RETURN -> code.areturn();
            case CLOSURE -> closure(instruction);
            case CALL_PRIM -> {
                return primitive(instructions, index);
            }
            case LIST -> array("list", first);
            case DICT -> array("dict", 2 * first);
            case STR_CONCAT -> array("concatenate", first);
        }
        return index;
    }

    private void branch(Instruction jump) {
        if (jump.opcode() == Opcode.JUMP_IF_FALSE) {
            code.ifeq(label(jump.target()));
        } else {
            code.ifne(label(jump.target()));
        }
    }

    private int global(int constant) {
        return prototype.program.name((String) prototype.constants[constant]);
    }

    private void self(String operation, MethodTypeDesc type, int index) {
        code.aload(SELF).loadConstant(index).invokestatic(CD_OPERATIONS, operation, type);
    }

    /// A constant of any type, which the JVM may treat as one.
    private void constant(Object value) {
        data.add(value);
        code.loadConstant(
                DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, CD_Object, data.size() - 1));
    }

    /// Takes values off the stack into an array that is left on it.
    private void pack(int count) {
        for (int i = count - 1; i >= 0; i--) {
            code.astore(temporary + i);
        }
        code.loadConstant(count).anewarray(CD_Object);
        for (int i = 0; i < count; i++) {
            code.dup().loadConstant(i).aload(temporary + i).aastore();
        }
    }

    private void array(String operation, int count) {
        pack(count);
        code.aload(meter).invokestatic(CD_OPERATIONS, operation, MethodTypeDesc.of(CD_Object, CD_ARRAY, CD_METER));
    }

    private int primitive(List<Instruction> instructions, int index) {
        Instruction instruction = instructions.get(index);
        String name = (String) prototype.constants[instruction.first()];
        int argc = instruction.second();
        String comparison = argc == 2 ? COMPARISONS.get(name) : null;
        if (comparison != null) {
            return comparison(comparison, instructions, index);
        }
        String binary = argc == 2 ? BINARY.get(name) : null;
        if (binary != null) {
            code.aload(meter)
                .invokestatic(CD_OPERATIONS, binary, MethodTypeDesc.of(CD_Object, CD_Object, CD_Object, CD_METER));
            return index;
        }
        Primitive primitive = Primitives.find(name);
        if (primitive == null || primitive == Primitives.APPLY) {
            pack(argc);
            code.aload(VM)
                .loadConstant(name)
                .invokestatic(CD_VM, "callNamed",
                        MethodTypeDesc.of(CD_Object, CD_ARRAY, CD_VM, ConstantDescs.CD_String));
            return index;
        }
        pack(argc);
        constant(primitive);
        code.swap()
            .aload(meter)
            .invokestatic(CD_OPERATIONS, "primitive",
                    MethodTypeDesc.of(CD_Object, CD_Object, CD_ARRAY, CD_METER));
        return index;
    }

    /// A comparison whose result only decides a jump makes no boolean object.
    private int comparison(String operation, List<Instruction> instructions, int index) {
        code.aload(meter)
            .invokestatic(CD_OPERATIONS, operation, MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object, CD_METER));
        Instruction next = index + 1 < instructions.size() ? instructions.get(index + 1) : null;
        boolean jump = next != null && (next.opcode() == Opcode.JUMP_IF_FALSE || next.opcode() == Opcode.JUMP_IF_TRUE)
                && !labels.containsKey(next.offset());
        if (jump && next != null) {
            branch(next);
            return index + 1;
        }
        code.invokestatic(CD_OPERATIONS, "box", MethodTypeDesc.of(CD_Object, CD_boolean));
        return index;
    }

    private void closure(Instruction instruction) {
        int[] captures = instruction.captures();
        constant(prototype.functions[instruction.first()] == null ? Nil.NIL : prototype.functions[instruction.first()]);
        code.loadConstant(captures.length / 2).anewarray(CD_CELL);
        for (int i = 0; i < captures.length; i += 2) {
            code.dup().loadConstant(i / 2);
            if (captures[i] == 1) {
                code.aload(FIRST + captures[i + 1]);
            } else {
                code.aload(SELF)
                    .getfield(CD_CLOSURE, "upvalues", CD_CELL.arrayType())
                    .loadConstant(captures[i + 1])
                    .aaload();
            }
            code.aastore();
        }
        code.aload(SELF)
            .aload(meter)
            .invokestatic(CD_OPERATIONS, "closure",
                    MethodTypeDesc.of(CD_Object, CD_Object, CD_CELL.arrayType(), CD_CLOSURE, CD_METER));
    }

    private void store(int count) {
        for (int i = count - 1; i >= 0; i--) {
            code.astore(temporary + 1 + i);
        }
        code.astore(temporary);
    }

    private void loadArguments(int count) {
        for (int i = 0; i < count; i++) {
            code.aload(temporary + 1 + i);
        }
    }

    private boolean canCallItself(int argc) {
        return !prototype.rest && argc == prototype.arity;
    }

    private void call(int argc) {
        if (!canCallItself(argc)) {
            callValue(argc);
            return;
        }
        store(argc);
        Label other = code.newLabel();
        Label end = code.newLabel();
        code.aload(temporary).aload(SELF).if_acmpne(other);
        code.aload(VM).invokevirtual(CD_VM, "enterSelf", MethodTypeDesc.of(CD_boolean)).ifeq(other);
        code.aload(VM).aload(SELF);
        loadArguments(argc);
        code.invokestatic(CLASS, "run", runType(prototype));
        code.aload(VM).invokestatic(CD_VM, "leaveSelf", MethodTypeDesc.of(CD_Object, CD_Object, CD_VM)).goto_(end);
        code.labelBinding(other);
        code.aload(temporary);
        loadArguments(argc);
        callValue(argc);
        code.labelBinding(end);
    }

    private void callValue(int argc) {
        if (argc > 4) {
            pack(argc);
            code.aload(VM).invokestatic(CD_VM, "callN", MethodTypeDesc.of(CD_Object, CD_Object, CD_ARRAY, CD_VM));
            return;
        }
        ClassDesc[] types = new ClassDesc[argc + 2];
        Arrays.fill(types, CD_Object);
        types[argc + 1] = CD_VM;
        code.aload(VM).invokestatic(CD_VM, "call" + argc, MethodTypeDesc.of(CD_Object, types));
    }

    private void tailCall(int argc, int below) {
        if (canCallItself(argc)) {
            store(argc);
            Label other = code.newLabel();
            code.aload(temporary).aload(SELF).if_acmpne(other);
            code.aload(meter).invokevirtual(CD_METER, "application", MethodTypeDesc.of(CD_void));
            for (int i = 0; i < argc; i++) {
                code.aload(temporary + 1 + i).astore(FIRST + i);
            }
            for (int i = 0; i < below; i++) {
                code.pop();
            }
            code.goto_(start);
            code.labelBinding(other);
            code.aload(temporary);
            loadArguments(argc);
        }
        pack(argc);
        code.aload(VM).invokestatic(CD_VM, "tail", MethodTypeDesc.of(CD_Object, CD_Object, CD_ARRAY, CD_VM)).areturn();
    }
}
