package coop.roseash.sx.value;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A mutable array of values; as read from a program it also knows where each of its items was written.
public final class SxList {
    private static final Object[] NONE = {};

    private Object[] items;
    private int size;
    private boolean frozen;
    private boolean bracketed;
    private int position;
    private int @Nullable [] itemPositions;

    public SxList() {
        this(NONE, 0);
    }

    /// Takes the array over without a copy.
    public SxList(Object[] items, int size) {
        this.items = items;
        this.size = size;
    }

    public static SxList of(Object... items) {
        return new SxList(items, items.length);
    }

    public static SxList copyOf(List<?> items) {
        return of(items.toArray());
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Object get(int index) {
        return items[index];
    }

    public SxList slice(int from, int to) {
        return of(Arrays.copyOfRange(items, from, to));
    }

    public Object[] toArray() {
        return Arrays.copyOf(items, size);
    }

    public void copyTo(Object[] target, int at) {
        System.arraycopy(items, 0, target, at, size);
    }

    public List<Object> asList() {
        return Arrays.asList(items).subList(0, size);
    }

    public void add(Object value) {
        requireMutable();
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.max(8, size + (size >> 1)));
        }
        items[size++] = value;
    }

    public void set(int index, Object value) {
        requireMutable();
        items[index] = value;
    }

    private void requireMutable() {
        if (frozen) {
            throw new SxException(ErrorCode.FROZEN,
                    "this list is frozen (it is quoted in the program or came from the host); copy it with (concat it) first");
        }
        itemPositions = null;
    }

    public boolean isFrozen() {
        return frozen;
    }

    void markFrozen() {
        frozen = true;
    }

    /// True of a list written with brackets: evaluated, it is a list of its evaluated items, never a call.
    public boolean isBracketed() {
        return bracketed;
    }

    public SxList bracketed() {
        bracketed = true;
        return this;
    }

    /// Where the list was written, 0 if it was made by a program.
    public int position() {
        return position;
    }

    public SxList at(int newPosition) {
        position = newPosition;
        return this;
    }

    /// Where an item was written, or else where the list was.
    public int position(long index) {
        return itemPositions != null && index >= 0 && index < itemPositions.length
                ? itemPositions[(int) index]
                : position;
    }

    public void setItemPositions(int[] positions) {
        itemPositions = positions;
    }

    @Override
    public String toString() {
        return Printer.serialize(this);
    }
}
