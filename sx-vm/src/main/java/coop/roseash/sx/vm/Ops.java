package coop.roseash.sx.vm;

/// The numbers of the VM's decoded instructions: those of the bytecode and, beyond them, quicker forms of some.
final class Ops {
    static final int CONST = 1;
    static final int NIL = 2;
    static final int TRUE = 3;
    static final int FALSE = 4;
    static final int POP = 5;
    static final int DUP = 6;
    static final int ADD = 7;
    static final int SUBTRACT = 8;
    static final int MULTIPLY = 9;
    static final int LESS = 10;
    static final int GREATER = 11;
    static final int EQUAL = 12;
    static final int GET = 13;
    static final int APPEND = 14;
    static final int MODULO = 15;
    static final int LOCAL_GET = 16;
    static final int LOCAL_SET = 17;
    static final int UPVALUE_GET = 18;
    static final int UPVALUE_SET = 19;
    static final int GLOBAL_GET = 20;
    static final int GLOBAL_SET = 21;
    static final int CELL_GET = 22;
    static final int CELL_SET = 23;
    static final int CALL_NAMED = 24;
    static final int JUMP = 32;
    static final int JUMP_IF_FALSE = 33;
    static final int JUMP_IF_TRUE = 34;
    static final int CALL = 48;
    static final int TAIL_CALL = 49;
    static final int RETURN = 50;
    static final int CLOSURE = 51;
    static final int CALL_PRIM = 52;
    static final int LIST = 64;
    static final int DICT = 65;
    static final int DEFINE = 128;
    static final int STR_CONCAT = 144;

    private Ops() {}
}
