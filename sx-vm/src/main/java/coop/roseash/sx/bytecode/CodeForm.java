package coop.roseash.sx.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import coop.roseash.sx.value.ErrorCode;
import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;
import coop.roseash.sx.value.Values;

/// Code as a value: as the compiler makes it (a dict) and as files hold it (a list headed by `code`).
///
/// Which constants are code is told by the CLOSURE instructions that use them, so no quoted data can be mistaken for it.
public final class CodeForm {
    private static final Set<String> KEYS = Set.of("arity", "rest", "locals", "upvalue-count", "name", "bytecode",
            "constants", "lines");
    private static final int MOST_CONSTANTS = 65_535;

    private CodeForm() {}

    /// Code from the compiler's dict.
    public static Code read(Object form) {
        SxDict fields = parts(form);
        byte[] bytecode = bytes(list(fields, "bytecode"));
        SxList given = list(fields, "constants");
        require(given.size() <= MOST_CONSTANTS, "it has too many constants");
        Object[] constants = given.toArray();
        Values.freeze(given);
        for (int index : closures(bytecode, constants)) {
            constants[index] = read(constants[index]);
        }
        int arity = number(fields, "arity", 0);
        boolean rest = truth(fields, "rest");
        int locals = fields.containsKey("locals")
                ? number(fields, "locals", 0)
                : locals(bytecode, constants, arity + (rest ? 1 : 0));
        return new Code(arity, rest, locals, number(fields, "upvalue-count", 0), name(fields), bytecode, constants,
                lines(fields.containsKey("lines") ? list(fields, "lines") : SxList.of(), bytecode.length));
    }

    private static SxDict parts(Object form) {
        if (form instanceof SxDict dict) {
            return dict;
        }
        if (form instanceof SxList list) {
            return fields(list);
        }
        throw Instruction.invalid("code is expected");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw Instruction.invalid(otherwise);
        }
    }

    private static SxDict fields(SxList list) {
        require(list.size() % 2 == 1 && list.get(0) instanceof Symbol head && head.name().equals("code"),
                "code is expected");
        SxDict fields = new SxDict();
        for (int i = 1; i < list.size(); i += 2) {
            String key = list.get(i) instanceof Keyword keyword ? keyword.name() : "";
            require(KEYS.contains(key) && !fields.containsKey(key), "a part of the code is unknown");
            fields.put(key, list.get(i + 1));
        }
        return fields;
    }

    private static SxList list(SxDict fields, String key) {
        if (fields.get(key) instanceof SxList list) {
            return list;
        }
        throw Instruction.invalid("its " + key + " are missing");
    }

    private static int number(SxDict fields, String key, int otherwise) {
        if (!fields.containsKey(key)) {
            return otherwise;
        }
        if (fields.get(key) instanceof Long number && number >= 0 && number <= MOST_CONSTANTS) {
            return number.intValue();
        }
        throw Instruction.invalid("its " + key + " is no number");
    }

    private static String name(SxDict fields) {
        if (fields.get("name", "fn") instanceof String name) {
            return name;
        }
        throw Instruction.invalid("its name is no string");
    }

    private static byte[] bytes(SxList list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            require(list.get(i) instanceof Long number && number >= 0 && number <= 255, "a byte is out of range");
            bytes[i] = ((Long) list.get(i)).byteValue();
        }
        return bytes;
    }

    private static boolean truth(SxDict fields, String key) {
        if (fields.get(key, false) instanceof Boolean truth) {
            return truth;
        }
        throw Instruction.invalid("its " + key + " is neither true nor false");
    }

    /// Offset, line and column in turn, the offsets ascending.
    private static int[] lines(SxList list, int end) {
        int[] lines = new int[list.size()];
        for (int i = 0; i < lines.length; i++) {
            require(list.get(i) instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE,
                    "a line is no number");
            lines[i] = ((Long) list.get(i)).intValue();
            require(i % 3 != 0 || lines[i] < end && (i == 0 || lines[i] > lines[i - 3]), "its lines are out of order");
        }
        require(lines.length % 3 == 0, "its lines are cut off");
        return lines;
    }

    /// The constants that CLOSURE instructions use, in the order of their use; a loop since their sizes depend on each other.
    private static Set<Integer> closures(byte[] bytecode, Object[] constants) {
        Set<Integer> closures = new HashSet<>();
        int at = 0;
        while (at < bytecode.length) {
            Opcode opcode = Opcode.find(bytecode[at] & 0xff);
            require(opcode != null, "there is no opcode " + (bytecode[at] & 0xff));
            int next = at + 1;
            for (Opcode.Operand operand : opcode == null ? List.<Opcode.Operand>of() : opcode.operands()) {
                next += operand == Opcode.Operand.U8 ? 1 : operand == Opcode.Operand.CAPTURES ? 0 : 2;
            }
            require(next <= bytecode.length, "the last instruction is cut off");
            if (opcode == Opcode.CLOSURE) {
                int index = bytecode[at + 1] & 0xff | (bytecode[at + 2] & 0xff) << 8;
                require(index < constants.length, "there is no constant " + index);
                closures.add(index);
                next += 2 * upvalues(constants[index]);
            }
            at = next;
        }
        return closures;
    }

    private static int upvalues(Object form) {
        return number(parts(form), "upvalue-count", 0);
    }

    private static int locals(byte[] bytecode, Object[] constants, int parameters) {
        int locals = parameters;
        for (Instruction instruction : Instruction.decode(bytecode, constants)) {
            if (instruction.opcode() == Opcode.LOCAL_GET || instruction.opcode() == Opcode.LOCAL_SET) {
                locals = Math.max(locals, instruction.first() + 1);
            }
            for (int i = 0; i < instruction.captures().length; i += 2) {
                locals = instruction.captures()[i] == 1 ? Math.max(locals, instruction.captures()[i + 1] + 1) : locals;
            }
        }
        return locals;
    }

    /// Code as the list that files hold; without lines it is the canonical form.
    public static SxList write(Code code, boolean withLines) {
        List<Object> constants = new ArrayList<>();
        for (Object constant : code.constants()) {
            constants.add(constant instanceof Code inner ? write(inner, withLines) : constant);
        }
        List<Object> bytes = new ArrayList<>();
        for (byte b : code.bytecode()) {
            bytes.add((long) (b & 0xff));
        }
        List<Object> parts = new ArrayList<>(List.of(new Symbol("code"), new Keyword("arity"), (long) code.arity(),
                new Keyword("rest"), code.rest(), new Keyword("locals"), (long) code.locals(),
                new Keyword("upvalue-count"),
                (long) code.upvalueCount(), new Keyword("name"), code.name(), new Keyword("bytecode"),
                SxList.copyOf(bytes),
                new Keyword("constants"), SxList.copyOf(constants)));
        if (withLines) {
            parts.add(new Keyword("lines"));
            parts.add(SxList.copyOf(Arrays.stream(code.lines()).mapToObj(Long::valueOf).toList()));
        }
        return SxList.copyOf(parts);
    }

    /// Turns what reading throws into the one code that loading knows.
    static Code readOrInvalid(Object form) {
        try {
            return Verifier.verify(read(form));
        } catch (SxException e) {
            throw e.code() == ErrorCode.BYTECODE_INVALID ? e : Instruction.invalid(e.message());
        }
    }
}
