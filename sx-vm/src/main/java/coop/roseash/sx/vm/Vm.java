package coop.roseash.sx.vm;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Calls;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.primitive.Text;
import coop.roseash.sx.value.Component;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Procedure;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Values;

/// The bytecode VM: one loop, a stack of values and a stack of frames, no host recursion.
public final class Vm {
    private static final int FIRST_STACK = 256;
    /// What the host's own calls return to.
    private static final VmClosure NOTHING = Program.library(new Code(0, false, 0, 0, "host",
            new byte[]{(byte) Opcode.NIL.number(), (byte) Opcode.RETURN.number()}, new Object[0], new int[0]),
            new Globals(Globals.NOTHING));

    /// The answer of a compiled function that ends with a call of another.
    static final Object TAIL = new Object();

    public final Meter meter;
    final Platform platform;
    private final Tiering tiering;
    private final int threshold;
    /// The call with which a compiled function ended.
    Object tailFunction = Nil.NIL;
    Object[] tailArguments = {};
    /// The result of a compiled function if it is no integer.
    Object other = Nil.NIL;
    private Object[] stack = new Object[FIRST_STACK];
    private final Frames frames = new Frames();
    /// The stack pointer and base of a call that was prepared but not yet entered.
    private int top;
    private int base;
    private VmClosure current = NOTHING;
    private Decoded decoded = NOTHING.prototype.decoded();

    public Vm(Meter meter, Platform platform, Tiering tiering) {
        this.meter = meter;
        this.platform = platform;
        this.tiering = tiering;
        this.threshold = tiering.threshold();
    }

    /// Runs a program.
    public Object run(VmClosure program) {
        base = 1;
        top = 1;
        stack[0] = program;
        prepareFrame(program);
        return loop();
    }

    /// Calls a function with arguments.
    public Object call(Object function, Object... arguments) {
        stack = new Object[FIRST_STACK];
        put(0, function, arguments);
        frames.clear();
        return dispatch(arguments.length, false, Frames.DONE) ? loop() : stack[top - 1];
    }

    /// Makes room for a frame whose arguments are on the stack and clears its other locals.
    private void prepareFrame(VmClosure closure) {
        current = closure;
        decoded = closure.prototype.decoded();
        requireRoom(base + decoded.room);
        int locals = base + closure.prototype.locals;
        for (int i = top; i < locals; i++) {
            stack[i] = Nil.NIL;
        }
        top = locals;
    }

    /// Calls what lies under its arguments: true if a frame is to be run, false if the result is on the stack.
    private boolean dispatch(int given, boolean tail, int returnTo) {
        int argc = given;
        while (true) {
            int at = top - argc - 1;
            Object function = stack[at];
            if (function instanceof VmClosure closure) {
                CompiledFunction compiled = compiled(closure);
                if (compiled == null) {
                    enter(closure, argc, tail, returnTo);
                    return true;
                }
                Object result = enterCompiled(compiled, closure, argc, tail);
                if (result != TAIL) {
                    return answer(at, result);
                }
                argc = put(at, tailFunction, tailArguments);
            } else if (function == Primitives.APPLY) {
                argc = spread(at);
            } else if (function instanceof Primitive primitive) {
                return answer(at, primitive.apply(meter, Arrays.copyOfRange(stack, at + 1, top)));
            } else if (function instanceof Component component) {
                stack[at] = component.body();
            } else {
                return answer(at, foreign(function, Arrays.copyOfRange(stack, at + 1, top)));
            }
        }
    }

    /// Puts the result of a call that needed no frame in its place.
    private boolean answer(int at, Object result) {
        stack[at] = result;
        top = at + 1;
        return false;
    }

    private Object foreign(Object function, Object[] arguments) {
        if (function instanceof Procedure) {
            return platform.cekCall(function, arguments);
        }
        throw Calls.notCallable(function);
    }

    /// Replaces a call of `apply` by the call it stands for; the number of its arguments.
    private int spread(int at) {
        Object[] arguments = Arrays.copyOfRange(stack, at + 1, top);
        Object function = Calls.target(meter, arguments);
        return put(at, function, Calls.spread(meter, arguments));
    }

    /// The compiled form of a function if it has one, or is due for one, and the host's stack has room.
    private @Nullable CompiledFunction compiled(VmClosure closure) {
        // Libraries are shared, so one may be compiled already where this VM is to compile nothing.
        if (tiering == Tiering.NEVER || !meter.hasRoomOnHost()) {
            return null;
        }
        Prototype prototype = closure.prototype;
        if (prototype.compiled == null && !prototype.refused && ++prototype.calls >= threshold) {
            prototype.compiled = tiering.compile(closure);
            prototype.refused = prototype.compiled == null;
        }
        return prototype.compiled;
    }

    /// Calls a compiled function with the arguments on the stack.
    private Object enterCompiled(CompiledFunction compiled, VmClosure closure, int argc, boolean tail) {
        Prototype prototype = closure.prototype;
        meter.application();
        Calls.requireArity(closure.name(), prototype.arity, prototype.rest, argc);
        if (!tail) {
            meter.enter();
        }
        Object[] arguments = Arrays.copyOfRange(stack, top - argc, top);
        if (prototype.rest) {
            SxList rest = Calls.rest(meter, Arrays.copyOfRange(arguments, prototype.arity, argc));
            arguments = Arrays.copyOf(arguments, prototype.arity + 1);
            arguments[prototype.arity] = rest;
        }
        Object result = compiled.call(this, closure, arguments);
        if (!tail) {
            meter.depth--;
        }
        return result;
    }

    /// Puts a call in that place; the number of its arguments.
    private int put(int at, Object function, Object[] arguments) {
        requireRoom(at + arguments.length + 2);
        stack[at] = function;
        System.arraycopy(arguments, 0, stack, at + 1, arguments.length);
        top = at + 1 + arguments.length;
        return arguments.length;
    }

    private void requireRoom(int size) {
        if (size >= stack.length) {
            stack = Arrays.copyOf(stack, Math.max(size + 1, stack.length * 2));
        }
    }

    private void enter(VmClosure closure, int argc, boolean tail, int returnTo) {
        Prototype prototype = closure.prototype;
        meter.application();
        if (prototype.rest || argc != prototype.arity) {
            Calls.requireArity(closure.name(), prototype.arity, prototype.rest, argc);
        }
        if (tail) {
            System.arraycopy(stack, top - argc, stack, base, argc);
            top = base + argc;
        } else {
            meter.enter();
            frames.push(current, returnTo, base);
            base = top - argc;
        }
        if (prototype.rest) {
            SxList rest = Calls.rest(meter, Arrays.copyOfRange(stack, base + prototype.arity, top));
            top = base + prototype.arity;
            stack[top++] = rest;
        }
        prepareFrame(closure);
    }

    private Object makeClosure(int[] words, int at, Object[] stackNow, int baseNow) {
        Prototype made = decoded.functions[words[at]];
        UpvalueCell[] cells = new UpvalueCell[made.code.upvalueCount()];
        for (int i = 0; i < cells.length; i++) {
            int index = words[at + 2 + 2 * i];
            cells[i] = words[at + 1 + 2 * i] == 0
                    ? current.upvalues[index]
                    : UpvalueCell.in(stackNow, baseNow + index);
        }
        return Operations.closure(made, cells, meter);
    }

    private Object primitive(Primitive primitive, int from, int to) {
        return primitive.apply(meter, Arrays.copyOfRange(stack, from, to));
    }

    private void callNamed(int constant, int argc) {
        Object function = platform.getPrimitive((String) decoded.constants[constant]);
        requireRoom(top + 1);
        System.arraycopy(stack, top - argc, stack, top - argc + 1, argc);
        stack[top++ - argc] = function;
    }

    private Object define(int constant, Object value) {
        return current.prototype.program.globals.define((String) decoded.constants[constant], value);
    }

    private Object loop() {
        int pc = 0;
        Object[] stack = this.stack;
        int sp = top;
        int base = this.base;
        int[] words = decoded.words;
        Object[] constants = decoded.constants;
        Globals.Cell[] cells = decoded.cells;
        try {
            while (true) {
                switch (words[pc++]) {
                    case Ops.CONST -> stack[sp++] = constants[words[pc++]];
                    case Ops.NIL -> stack[sp++] = Nil.NIL;
                    case Ops.TRUE -> stack[sp++] = Boolean.TRUE;
                    case Ops.FALSE -> stack[sp++] = Boolean.FALSE;
                    case Ops.POP -> sp--;
                    case Ops.DUP -> {
                        stack[sp] = stack[sp - 1];
                        sp++;
                    }
                    case Ops.LOCAL_GET -> stack[sp++] = stack[base + words[pc++]];
                    case Ops.LOCAL_SET -> stack[base + words[pc++]] = stack[sp - 1];
                    case Ops.CELL_GET -> {
                        Object found = stack[base + words[pc++]];
                        stack[sp++] = found instanceof UpvalueCell cell ? cell.value : found;
                    }
                    case Ops.CELL_SET -> UpvalueCell.set(stack, base + words[pc++], stack[sp - 1]);
                    case Ops.UPVALUE_GET -> stack[sp++] = current.upvalues[words[pc++]].value;
                    case Ops.UPVALUE_SET -> current.upvalues[words[pc++]].value = stack[sp - 1];
                    case Ops.GLOBAL_GET -> stack[sp++] = cells[words[pc++]].get();
                    case Ops.GLOBAL_SET -> cells[words[pc++]].assign(stack[sp - 1]);
                    case Ops.DEFINE -> define(words[pc++], stack[sp - 1]);
                    case Ops.JUMP -> pc = words[pc];
                    case Ops.JUMP_IF_FALSE -> pc = Values.isTruthy(stack[--sp]) ? pc + 1 : words[pc];
                    case Ops.JUMP_IF_TRUE -> pc = Values.isTruthy(stack[--sp]) ? words[pc] : pc + 1;
                    case Ops.ADD -> {
                        meter.fuel++;
                        stack[sp - 2] = Operations.add(stack[sp - 2], stack[sp - 1], meter, 0);
                        sp--;
                    }
                    case Ops.SUBTRACT -> {
                        meter.fuel++;
                        stack[sp - 2] = Operations.subtract(stack[sp - 2], stack[sp - 1], meter, 0);
                        sp--;
                    }
                    case Ops.MULTIPLY -> {
                        meter.fuel++;
                        stack[sp - 2] = Operations.multiply(stack[sp - 2], stack[sp - 1], meter, 0);
                        sp--;
                    }
                    case Ops.MODULO -> {
                        meter.fuel++;
                        stack[sp - 2] = Operations.modulo(stack[sp - 2], stack[sp - 1], meter, 0);
                        sp--;
                    }
                    case Ops.LESS -> {
                        meter.fuel++;
                        stack[sp - 2] = (Object) (Operations.less(stack[sp - 2], stack[sp - 1], meter, 0));
                        sp--;
                    }
                    case Ops.GREATER -> {
                        meter.fuel++;
                        stack[sp - 2] = (Object) (Operations.greater(stack[sp - 2], stack[sp - 1], meter, 0));
                        sp--;
                    }
                    case Ops.EQUAL -> {
                        meter.fuel++;
                        stack[sp - 2] = (Object) (Operations.equal(stack[sp - 2], stack[sp - 1], meter, 0));
                        sp--;
                    }
                    case Ops.GET -> {
                        meter.fuel++;
                        stack[sp - 2] = Operations.get(stack[sp - 2], stack[sp - 1], meter, 0);
                        sp--;
                    }
                    case Ops.APPEND -> {
                        meter.fuel++;
                        stack[sp - 2] = Operations.append(stack[sp - 2], stack[sp - 1], meter);
                        sp--;
                    }
                    case Ops.CALL_PRIM -> {
                        int from = sp - words[pc + 1];
                        stack[from] = primitive(decoded.primitives[words[pc]], from, sp);
                        sp = from + 1;
                        pc += 2;
                    }
                    case Ops.LIST -> {
                        int from = sp - words[pc++];
                        stack[from] = primitive(Primitives.LIST, from, sp);
                        sp = from + 1;
                    }
                    case Ops.DICT -> {
                        int from = sp - 2 * words[pc++];
                        stack[from] = primitive(Primitives.DICT, from, sp);
                        sp = from + 1;
                    }
                    case Ops.STR_CONCAT -> {
                        int from = sp - words[pc++];
                        meter.fuel++;
                        stack[from] = Text.join(meter, Arrays.copyOfRange(stack, from, sp));
                        sp = from + 1;
                    }
                    case Ops.CLOSURE -> {
                        int captures = decoded.functions[words[pc]].code.upvalueCount();
                        stack[sp++] = makeClosure(words, pc, stack, base);
                        pc += 1 + 2 * captures;
                    }
                    case Ops.CALL, Ops.CALL_NAMED -> {
                        top = sp;
                        int argc = words[pc++];
                        if (words[pc - 2] == Ops.CALL_NAMED) {
                            callNamed(argc, words[pc]);
                            argc = words[pc++];
                        }
                        if (dispatch(argc, false, pc)) {
                            pc = 0;
                            base = this.base;
                            words = decoded.words;
                            constants = decoded.constants;
                            cells = decoded.cells;
                        }
                        stack = this.stack;
                        sp = top;
                    }
                    case Ops.TAIL_CALL -> {
                        top = sp;
                        if (dispatch(words[pc++], true, pc)) {
                            pc = 0;
                            base = this.base;
                            words = decoded.words;
                            constants = decoded.constants;
                            cells = decoded.cells;
                            stack = this.stack;
                            sp = top;
                            continue;
                        }
                        stack = this.stack;
                        Object result = stack[top - 1];
                        if (frames.isEmpty()) {
                            return result;
                        }
                        sp = base;
                        stack[sp - 1] = result;
                        pc = leave();
                        if (pc == Frames.DONE) {
                            return result;
                        }
                        base = this.base;
                        words = decoded.words;
                        constants = decoded.constants;
                        cells = decoded.cells;
                    }
                    case Ops.RETURN -> {
                        Object result = stack[sp - 1];
                        if (frames.isEmpty()) {
                            return result;
                        }
                        sp = base;
                        stack[sp - 1] = result;
                        pc = leave();
                        if (pc == Frames.DONE) {
                            return result;
                        }
                        base = this.base;
                        words = decoded.words;
                        constants = decoded.constants;
                        cells = decoded.cells;
                    }
                    default -> throw new IllegalStateException("opcode");
                }
            }
        } catch (SxException e) {
            throw e.at(place(pc));
        }
    }

    /// Where the innermost function that knows it was; code of libraries does not.
    private int place(int pc) {
        int found = decoded.position(pc);
        return found == 0 ? frames.place() : found;
    }

    /// Goes back to the caller's frame; where it goes on.
    private int leave() {
        meter.depth--;
        frames.pop();
        current = frames.popped();
        decoded = current.prototype.decoded();
        base = frames.poppedBase();
        return frames.poppedReturn();
    }

    /// A call by a compiled function, above what is on the stack.
    Object nested(Object function, Object[] arguments) {
        int saved = top;
        put(saved, function, arguments);
        Object result = dispatch(arguments.length, false, Frames.DONE) ? loop() : stack[top - 1];
        top = saved;
        return result;
    }
}
