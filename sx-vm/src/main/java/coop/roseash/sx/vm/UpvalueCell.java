package coop.roseash.sx.vm;

/// A variable that outlives its frame or is shared by functions.
public final class UpvalueCell {
    public Object value;

    public UpvalueCell(Object value) {
        this.value = value;
    }
}
