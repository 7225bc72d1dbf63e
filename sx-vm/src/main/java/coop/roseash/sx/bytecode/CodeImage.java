package coop.roseash.sx.bytecode;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import coop.roseash.sx.value.Keyword;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;
import coop.roseash.sx.value.Values;

/// The build's own code as bytes that load in a moment, unchecked: `sx` starts with it. Files of users are
/// {@link SxbcFile}s.
public final class CodeImage {
    private static final int NIL = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int LONG = 3;
    private static final int DOUBLE = 4;
    private static final int STRING = 5;
    private static final int SYMBOL = 6;
    private static final int KEYWORD = 7;
    private static final int LIST = 8;
    private static final int BRACKETED = 9;
    private static final int DICT = 10;
    private static final int CODE = 11;

    private CodeImage() {}

    public static byte[] write(Code code) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        code(code, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void code(Code code, DataOutputStream out) throws IOException {
        out.writeInt(code.arity());
        out.writeInt(code.rest() ? 1 : 0);
        out.writeInt(code.locals());
        out.writeInt(code.upvalueCount());
        text(code.name(), out);
        out.writeInt(code.bytecode().length);
        out.write(code.bytecode());
        out.writeInt(code.constants().length);
        for (Object constant : code.constants()) {
            value(constant, out);
        }
        out.writeInt(code.lines().length);
        for (int line : code.lines()) {
            out.writeInt(line);
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void named(int tag, String text, DataOutputStream out) throws IOException {
        out.writeByte(tag);
        text(text, out);
    }

    private static void number(int tag, long bits, DataOutputStream out) throws IOException {
        out.writeByte(tag);
        out.writeLong(bits);
    }

    private static void value(Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case Nil _ -> out.writeByte(NIL);
            case Boolean truth -> out.writeByte(truth ? TRUE : FALSE);
            case Long number -> number(LONG, number, out);
            case Double number -> number(DOUBLE, Double.doubleToRawLongBits(number), out);
            case String text -> named(STRING, text, out);
            case Symbol symbol -> named(SYMBOL, symbol.name(), out);
            case Keyword keyword -> named(KEYWORD, keyword.name(), out);
            case SxList list -> {
                out.writeByte(list.isBracketed() ? BRACKETED : LIST);
                out.writeInt(list.size());
                for (Object item : list.asList()) {
                    value(item, out);
                }
            }
            case SxDict dict -> {
                out.writeByte(DICT);
                out.writeInt(dict.size());
                for (Map.Entry<String, Object> entry : dict.entries()) {
                    text(entry.getKey(), out);
                    value(entry.getValue(), out);
                }
            }
            case Code code -> {
                out.writeByte(CODE);
                code(code, out);
            }
            default -> throw new IOException("no constant: " + value);
        }
    }

    /// What {@link #write} wrote.
    public static Code read(byte[] image) {
        return new Loading(image).code();
    }

    private static final class Loading {
        private final byte[] image;
        private int at;

        Loading(byte[] image) {
            this.image = image;
        }

        Code code() {
            int arity = integer();
            boolean rest = integer() == 1;
            int locals = integer();
            int upvalues = integer();
            String name = text();
            byte[] bytecode = new byte[integer()];
            System.arraycopy(image, at, bytecode, 0, bytecode.length);
            at += bytecode.length;
            Object[] constants = values(integer());
            int[] lines = new int[integer()];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = integer();
            }
            return new Code(arity, rest, locals, upvalues, name, bytecode, constants, lines);
        }

        private Object[] values(int count) {
            Object[] values = new Object[count];
            for (int i = 0; i < count; i++) {
                values[i] = value();
            }
            return values;
        }

        private int integer() {
            int from = at;
            at += 4;
            return image[from] << 24 | (image[from + 1] & 0xff) << 16 | (image[from + 2] & 0xff) << 8
                    | image[from + 3] & 0xff;
        }

        private long number() {
            return (long) integer() << 32 | integer() & 0xffff_ffffL;
        }

        private String text() {
            int length = integer();
            at += length;
            return new String(image, at - length, length, StandardCharsets.UTF_8);
        }

        private Object value() {
            return switch (image[at++]) {
                case NIL -> Nil.NIL;
                case TRUE -> true;
                case FALSE -> false;
                case LONG -> number();
                case DOUBLE -> Double.longBitsToDouble(number());
                case STRING -> text();
                case SYMBOL -> new Symbol(text());
                case KEYWORD -> new Keyword(text());
                case LIST -> Values.freeze(SxList.of(values(integer())));
                case BRACKETED -> Values.freeze(SxList.of(values(integer())).bracketed());
                case DICT -> dict(integer());
                case CODE -> code();
                default -> throw new IllegalStateException("no image of code");
            };
        }

        private Object dict(int size) {
            SxDict dict = new SxDict();
            for (int i = 0; i < size; i++) {
                dict.put(text(), value());
            }
            return Values.freeze(dict);
        }
    }
}
