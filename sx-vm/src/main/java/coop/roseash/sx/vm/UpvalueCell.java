package coop.roseash.sx.vm;

/// A variable that outlives its frame or is shared by functions.
public final class UpvalueCell {
    public Object value;

    public UpvalueCell(Object value) {
        this.value = value;
    }

    /// The cell in a slot of the stack, which is made one if it is none yet.
    static UpvalueCell in(Object[] stack, int slot) {
        if (stack[slot] instanceof UpvalueCell cell) {
            return cell;
        }
        UpvalueCell cell = new UpvalueCell(stack[slot]);
        stack[slot] = cell;
        return cell;
    }

    /// Sets a slot that may hold a cell.
    static void set(Object[] stack, int slot, Object value) {
        if (stack[slot] instanceof UpvalueCell cell) {
            cell.value = value;
        } else {
            stack[slot] = value;
        }
    }
}
