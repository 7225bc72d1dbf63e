package coop.roseash.sx.vm;

import java.util.List;

import coop.roseash.sx.bytecode.Code;
import coop.roseash.sx.bytecode.Instruction;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.value.Globals;

/// A function's instructions as the VM runs them: words instead of bytes, jumps and names resolved.
public final class Decoded {
    private final Code code;
    public final List<Instruction> instructions;
    /// Which locals a function inside captures.
    public final boolean[] captured;
    /// By constant: the value, and what the name or code in its place stands for.
    final Object[] constants;
    public final Globals.Cell[] cells;
    final Primitive[] primitives;
    public final Prototype[] functions;
    final int[] words;
    /// The byte offset of the instruction at each word, for messages.
    private final int[] offsets;
    /// How many values its frame takes.
    final int room;

    Decoded(Prototype prototype, Decoder decoder, int[] words, int[] offsets, int room) {
        this.code = prototype.code;
        this.instructions = decoder.instructions;
        this.captured = decoder.captured;
        this.constants = code.constants();
        this.cells = decoder.cells;
        this.primitives = decoder.primitives;
        this.functions = decoder.functions;
        this.words = words;
        this.offsets = offsets;
        this.room = room;
    }

    /// Where the instruction was written that the VM had fetched up to a word.
    int position(int word) {
        return offsets.length == 0 ? 0 : code.position(offsets[Math.max(0, Math.min(word, offsets.length) - 1)]);
    }
}
