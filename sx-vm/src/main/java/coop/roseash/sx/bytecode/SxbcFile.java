package coop.roseash.sx.bytecode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import coop.roseash.sx.limit.Limits;
import coop.roseash.sx.reader.Reader;
import coop.roseash.sx.value.Printer;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.SxList;
import coop.roseash.sx.value.Symbol;

/// The text of a `.sxbc` file: `(sxbc 1 "hash" (code …))`.
public final class SxbcFile {
    private static final long VERSION = 1;

    private SxbcFile() {}

    public static String write(Code code) {
        SxList file = SxList.of(new Symbol("sxbc"), VERSION, hash(code), CodeForm.write(code, true));
        return Printer.serialize(file) + "\n";
    }

    /// Reads and verifies; whatever is wrong is `bytecode-invalid`.
    public static Code read(String text) {
        SxList forms;
        try {
            forms = Reader.read(text, Limits.files());
        } catch (SxException e) {
            throw Instruction.invalid(e.message());
        }
        if (forms.size() != 1 || !(forms.get(0) instanceof SxList file) || file.size() != 4
                || !new Symbol("sxbc").equals(file.get(0))) {
            throw Instruction.invalid("it is no (sxbc 1 \"hash\" (code …))");
        }
        if (!file.get(1).equals(VERSION)) {
            throw Instruction.invalid("its version is not " + VERSION);
        }
        Code code = CodeForm.readOrInvalid(file.get(3));
        if (!hash(code).equals(file.get(2))) {
            throw Instruction.invalid("its hash is not that of its code");
        }
        return code;
    }

    /// The SHA-256 of the canonical form, in hexadecimal.
    public static String hash(Code code) {
        try {
            byte[] canonical = Printer.serialize(CodeForm.write(code, false)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
