package coop.roseash.sx.jit;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxException;
import coop.roseash.sx.value.Values;
import coop.roseash.sx.vm.CompiledFunction;
import coop.roseash.sx.vm.Linkage;
import coop.roseash.sx.vm.Operations;
import coop.roseash.sx.vm.Prototype;
import coop.roseash.sx.vm.UpvalueCell;
import coop.roseash.sx.vm.Vm;
import coop.roseash.sx.vm.VmClosure;

/// The classes that generated code speaks of.
final class Names {
    static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
    static final ClassDesc INT = ConstantDescs.CD_int;
    static final ClassDesc LONG = ConstantDescs.CD_long;
    static final ClassDesc VOID = ConstantDescs.CD_void;
    static final ClassDesc BOX = ConstantDescs.CD_Long;
    static final ClassDesc TRUTH = ConstantDescs.CD_Boolean;
    static final ClassDesc STRING = ConstantDescs.CD_String;
    static final ClassDesc ARRAY = OBJECT.arrayType();
    static final ClassDesc COMPILED = ClassDesc.of("coop.roseash.sx.jit.Compiled");
    static final ClassDesc VM = of(Vm.class);
    static final ClassDesc CLOSURE = of(VmClosure.class);
    static final ClassDesc METER = of(Meter.class);
    static final ClassDesc CELL = of(UpvalueCell.class);
    static final ClassDesc GLOBAL = of(Globals.Cell.class);
    static final ClassDesc OPERATIONS = of(Operations.class);
    static final ClassDesc LINKAGE = of(Linkage.class);
    static final ClassDesc FUNCTION = of(CompiledFunction.class);
    static final ClassDesc PROTOTYPE = of(Prototype.class);
    static final ClassDesc PRIMITIVE = of(Primitive.class);
    static final ClassDesc BODY = of(Primitive.Body.class);
    static final ClassDesc NIL = of(Nil.class);
    static final ClassDesc VALUES = of(Values.class);
    static final ClassDesc ERROR = of(SxException.class);

    private Names() {}

    static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    static MethodTypeDesc type(ClassDesc result, ClassDesc... parameters) {
        return MethodTypeDesc.of(result, parameters);
    }

    /// So many values, with what comes before and after.
    static MethodTypeDesc type(ClassDesc result, ClassDesc[] before, int values, ClassDesc... after) {
        ClassDesc[] all = Arrays.copyOf(before, before.length + values + after.length);
        Arrays.fill(all, before.length, before.length + values, OBJECT);
        System.arraycopy(after, 0, all, before.length + values, after.length);
        return MethodTypeDesc.of(result, all);
    }
}
