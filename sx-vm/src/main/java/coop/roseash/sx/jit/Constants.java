package coop.roseash.sx.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

import coop.roseash.sx.value.Nil;

/// Objects that a generated class refers to and the JVM may treat as constants.
final class Constants {
    private static final DirectMethodHandleDesc CLASS_DATA = ConstantDescs.ofConstantBootstrap(
            Names.of(MethodHandles.class), "classDataAt", Names.OBJECT, Names.INT);
    private final List<Object> values = new ArrayList<>();

    /// Emits the loading of an object.
    void load(CodeBuilder code, Object value, ClassDesc type) {
        int index = 0;
        while (index < values.size() && values.get(index) != value) {
            index++;
        }
        if (index == values.size()) {
            values.add(value);
        }
        code.loadConstant(DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, type, index));
    }

    /// What the class is to be given.
    List<Object> values() {
        return values.isEmpty() ? List.of(Nil.NIL) : List.copyOf(values);
    }
}
