package coop.roseash.sx.vm;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Opcode;
import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Calls;
import coop.roseash.sx.primitive.CollectionPrimitives;
import coop.roseash.sx.primitive.NumberPrimitives;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.primitive.Text;
import coop.roseash.sx.value.Component;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.Numbers;
import coop.roseash.sx.value.Procedure;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Values;

/// The bytecode VM: one loop, a stack of values and a stack of frames, no host recursion.
public final class Vm {
    private static final int FIRST_STACK = 256;
    private static final int FIRST_FRAMES = 32;
    private static final int DONE = -1;
    /// What the host's own calls return to.
    private static final VmClosure NOTHING = new Program(new Code(0, false, 0, 0, "host",
            new byte[]{(byte) Opcode.NIL.number(), (byte) Opcode.RETURN.number()}, new Object[0], new int[0]))
        .over(new Globals(new Globals.Base() {
            @Override
            public @Nullable Object find(String name) {
                return null;
            }

            @Override
            public boolean isReserved(String name) {
                return true;
            }
        }));

    private final Meter meter;
    private final Platform platform;
    private Object[] stack = new Object[FIRST_STACK];
    private VmClosure[] frameClosures = new VmClosure[FIRST_FRAMES];
    private int[] frameReturns = new int[FIRST_FRAMES];
    private int[] frameBases = new int[FIRST_FRAMES];
    private int frames;
    /// The stack pointer and base of a call that was prepared but not yet entered.
    private int top;
    private int base;
    private VmClosure current = NOTHING;

    public Vm(Meter meter, Platform platform) {
        this.meter = meter;
        this.platform = platform;
    }

    /// Runs a program.
    public Object run(VmClosure program) {
        current = program;
        base = 1;
        top = 1;
        stack[0] = current;
        prepareFrame(current.prototype);
        return loop();
    }

    /// Calls a function with arguments.
    public Object call(Object function, Object... arguments) {
        stack = new Object[Math.max(FIRST_STACK, arguments.length + 2)];
        stack[0] = function;
        System.arraycopy(arguments, 0, stack, 1, arguments.length);
        top = 1 + arguments.length;
        frames = 0;
        return dispatch(arguments.length, false, DONE) ? loop() : stack[top - 1];
    }

    /// Makes room for a frame whose arguments are on the stack and clears its other locals.
    private void prepareFrame(Prototype prototype) {
        int end = base + prototype.room;
        if (end >= stack.length) {
            stack = Arrays.copyOf(stack, Math.max(end + 1, stack.length * 2));
        }
        int locals = base + prototype.locals;
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
            switch (stack[at]) {
                case VmClosure closure -> {
                    enter(closure, argc, tail, returnTo);
                    return true;
                }
                case Primitive primitive when primitive != Primitives.APPLY -> {
                    Object result = primitive.apply(meter, Arrays.copyOfRange(stack, at + 1, top));
                    stack[at] = result;
                    top = at + 1;
                    return false;
                }
                case Primitive _ -> argc = spread(at);
                case Component component -> stack[at] = component.body();
                default -> {
                    stack[at] = foreign(stack[at], Arrays.copyOfRange(stack, at + 1, top));
                    top = at + 1;
                    return false;
                }
            }
        }
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
        stack[at] = Calls.target(meter, arguments);
        Object[] spread = Calls.spread(meter, arguments);
        if (at + spread.length + 2 > stack.length) {
            stack = Arrays.copyOf(stack, Math.max(at + spread.length + 2, stack.length * 2));
        }
        System.arraycopy(spread, 0, stack, at + 1, spread.length);
        top = at + 1 + spread.length;
        return spread.length;
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
            pushFrame(returnTo);
            base = top - argc;
        }
        if (prototype.rest) {
            SxList rest = Calls.rest(meter, Arrays.copyOfRange(stack, base + prototype.arity, top));
            top = base + prototype.arity;
            stack[top++] = rest;
        }
        current = closure;
        prepareFrame(prototype);
    }

    private void pushFrame(int returnTo) {
        if (frames == frameReturns.length) {
            frameClosures = Arrays.copyOf(frameClosures, frames * 2);
            frameReturns = Arrays.copyOf(frameReturns, frames * 2);
            frameBases = Arrays.copyOf(frameBases, frames * 2);
        }
        frameClosures[frames] = current;
        frameReturns[frames] = returnTo;
        frameBases[frames++] = base;
    }

    private Object makeClosure(int[] words, int at, Object[] stackNow, int baseNow) {
        meter.closure();
        Prototype made = current.prototype.functions[words[at]];
        UpvalueCell[] cells = new UpvalueCell[made.code.upvalueCount()];
        for (int i = 0; i < cells.length; i++) {
            int index = words[at + 2 + 2 * i];
            cells[i] = words[at + 1 + 2 * i] == 0 ? current.upvalues[index] : cell(stackNow, baseNow + index);
        }
        return new VmClosure(made, cells, current.instance);
    }

    private static UpvalueCell cell(Object[] stack, int slot) {
        if (stack[slot] instanceof UpvalueCell cell) {
            return cell;
        }
        UpvalueCell cell = new UpvalueCell(stack[slot]);
        stack[slot] = cell;
        return cell;
    }

    private static void setCell(Object[] stack, int slot, Object value) {
        if (stack[slot] instanceof UpvalueCell cell) {
            cell.value = value;
        } else {
            stack[slot] = value;
        }
    }

    private Object primitive(Primitive primitive, int from, int to) {
        return primitive.apply(meter, Arrays.copyOfRange(stack, from, to));
    }

    private boolean callNamed(int constant, int argc) {
        Object function = platform.getPrimitive((String) current.prototype.constants[constant]);
        if (top + 1 >= stack.length) {
            stack = Arrays.copyOf(stack, stack.length * 2);
        }
        System.arraycopy(stack, top - argc, stack, top - argc + 1, argc);
        stack[top++ - argc] = function;
        return true;
    }

    private boolean equal(Object left, Object right) {
        meter.fuel++;
        return NumberPrimitives.equal(meter, left, right);
    }

    private boolean less(String operation, Object left, Object right) {
        meter.fuel++;
        return NumberPrimitives.less(meter, operation, left, right);
    }

    private Object define(int constant, Object value) {
        return current.instance.globals.define((String) current.prototype.constants[constant], value);
    }

    private Object loop() {
        int pc = 0;
        Object[] stack = this.stack;
        int sp = top;
        int base = this.base;
        int[] words = current.prototype.words;
        Object[] constants = current.prototype.constants;
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
                    case Ops.CELL_SET -> setCell(stack, base + words[pc++], stack[sp - 1]);
                    case Ops.UPVALUE_GET -> stack[sp++] = current.upvalues[words[pc++]].value;
                    case Ops.UPVALUE_SET -> current.upvalues[words[pc++]].value = stack[sp - 1];
                    case Ops.GLOBAL_GET -> stack[sp++] = current.instance.cells[words[pc++]].get();
                    case Ops.GLOBAL_SET -> current.instance.cells[words[pc++]].assign(stack[sp - 1]);
                    case Ops.DEFINE -> define(words[pc++], stack[sp - 1]);
                    case Ops.JUMP -> pc = words[pc];
                    case Ops.JUMP_IF_FALSE -> pc = Values.isTruthy(stack[--sp]) ? pc + 1 : words[pc];
                    case Ops.JUMP_IF_TRUE -> pc = Values.isTruthy(stack[--sp]) ? words[pc] : pc + 1;
                    case Ops.ADD -> {
                        meter.fuel++;
                        stack[sp - 2] = Numbers.add(stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.SUBTRACT -> {
                        meter.fuel++;
                        stack[sp - 2] = Numbers.subtract(stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.MULTIPLY -> {
                        meter.fuel++;
                        stack[sp - 2] = Numbers.multiply(stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.MODULO -> {
                        meter.fuel++;
                        stack[sp - 2] = Numbers.modulo(stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.LESS -> {
                        stack[sp - 2] = less("<", stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.GREATER -> {
                        stack[sp - 2] = less(">", stack[sp - 1], stack[sp - 2]);
                        sp--;
                    }
                    case Ops.EQUAL -> {
                        stack[sp - 2] = equal(stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.GET -> {
                        meter.fuel++;
                        stack[sp - 2] = CollectionPrimitives.get(stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.APPEND -> {
                        meter.fuel++;
                        stack[sp - 2] = CollectionPrimitives.append(meter, stack[sp - 2], stack[sp - 1]);
                        sp--;
                    }
                    case Ops.CALL_PRIM -> {
                        int from = sp - words[pc + 1];
                        stack[from] = primitive(current.prototype.primitives[words[pc]], from, sp);
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
                        int captures = current.prototype.functions[words[pc]].code.upvalueCount();
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
                            words = current.prototype.words;
                            constants = current.prototype.constants;
                        }
                        stack = this.stack;
                        sp = top;
                    }
                    case Ops.TAIL_CALL -> {
                        top = sp;
                        if (dispatch(words[pc++], true, pc)) {
                            pc = 0;
                            base = this.base;
                            words = current.prototype.words;
                            constants = current.prototype.constants;
                            stack = this.stack;
                            sp = top;
                            continue;
                        }
                        stack = this.stack;
                        Object result = stack[top - 1];
                        if (frames == 0) {
                            return result;
                        }
                        sp = base;
                        stack[sp - 1] = result;
                        pc = leave();
                        if (pc == DONE) {
                            return result;
                        }
                        base = this.base;
                        words = current.prototype.words;
                        constants = current.prototype.constants;
                    }
                    case Ops.RETURN -> {
                        Object result = stack[sp - 1];
                        if (frames == 0) {
                            return result;
                        }
                        sp = base;
                        stack[sp - 1] = result;
                        pc = leave();
                        if (pc == DONE) {
                            return result;
                        }
                        base = this.base;
                        words = current.prototype.words;
                        constants = current.prototype.constants;
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
        int found = current.prototype.position(pc);
        for (int i = frames - 1; i >= 0 && found == 0 && frameReturns[i] != DONE; i--) {
            found = frameClosures[i].prototype.position(frameReturns[i]);
        }
        return found;
    }

    /// Goes back to the caller's frame; where it goes on.
    private int leave() {
        meter.depth--;
        frames--;
        current = frameClosures[frames];
        base = frameBases[frames];
        return frameReturns[frames];
    }
}
