package coop.roseash.sx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.primitive.Calls;
import coop.roseash.sx.primitive.Primitive;
import coop.roseash.sx.primitive.Primitives;
import coop.roseash.sx.value.Component;
import coop.roseash.sx.value.Globals;
import coop.roseash.sx.value.NativeFunction;
import coop.roseash.sx.value.Nil;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxList;

/// The platform functions that `vm.sx` calls, each for the program that runs on it at the moment.
final class SpecMachine {
    private static final ScopedValue<Guest> GUEST = ScopedValue.newInstance();
    private final CekSession session;

    SpecMachine(CekSession session) {
        this.session = session;
    }

    private record Guest(Meter meter, HostPlatform platform) {}

    /// Calls a function of `vm.sx` for a program with a meter of its own.
    Object call(Meter guest, Meter own, Object function, Object... arguments) {
        HostPlatform platform = new HostPlatform(guest, (_, callee, _) -> {
            throw Calls.notCallable(callee);
        });
        return ScopedValue.where(GUEST, new Guest(guest, platform)).call(() -> session.call(own, function, arguments));
    }

    static Map<String, Primitive> names() {
        Map<String, Primitive> names = new HashMap<>();
        add(names, "vm-stack-get", 2, a -> platform().stackGet((SxList) a[0], index(a[1])));
        add(names, "vm-stack-set!", 3, a -> platform().stackSet((SxList) a[0], index(a[1]), a[2]));
        add(names, "vm-stack-length", 1, a -> (long) platform().stackLength((SxList) a[0]));
        add(names, "call-primitive", 2, a -> callPrimitive(a[0], ((SxList) a[1]).toArray()));
        add(names, "cek-call", 2, a -> platform().cekCall(a[0], ((SxList) a[1]).toArray()));
        add(names, "get-primitive", 1, a -> platform().getPrimitive((String) a[0]));
        add(names, "env-parent", 1, a -> platform().envParent((SxDict) a[0]));
        add(names, "make-vm-stack", 1, a -> {
            Object[] slots = new Object[index(a[0])];
            Arrays.fill(slots, Nil.NIL);
            return SxList.of(slots);
        });
        add(names, "vm-stack-copy!", 3, a -> {
            for (int i = 0; i < index(a[2]); i++) {
                ((SxList) a[1]).set(i, ((SxList) a[0]).get(i));
            }
            return a[1];
        });
        return names;
    }

    private interface Body {
        Object call(Object[] arguments);
    }

    private static void add(Map<String, Primitive> names, String name, int arity, Body body) {
        names.put(name, new Primitive(name, arity, arity, (_, a) -> body.call(a)));
    }

    private static HostPlatform platform() {
        return GUEST.get().platform;
    }

    private static int index(Object number) {
        return ((Long) number).intValue();
    }

    private static Object callPrimitive(Object named, Object[] a) {
        if (named instanceof Primitive primitive) {
            return primitive.apply(GUEST.get().meter, a);
        }
        String name = (String) named;
        return name.startsWith("vm-") ? event(name, a, GUEST.get().meter) : platform().callPrimitive(name, a);
    }

    /// The events of a program that its meter counts, and what `vm.sx` asks about values it cannot look into.
    private static Object event(String name, Object[] a, Meter meter) {
        return switch (name) {
            case "vm-kind" -> kind(a[0]);
            case "vm-enter" -> enter(a, meter);
            case "vm-leave" -> (long) meter.depth--;
            case "vm-closure" -> closure(meter);
            case "vm-rest" -> Calls.rest(meter, a);
            case "vm-spread" -> spread(a, meter);
            case "vm-make-closure" -> new SpecClosure((String) a[0], (SxDict) a[1]);
            case "vm-closure-parts" -> ((SpecClosure) a[0]).parts();
            case "vm-component-body" -> ((Component) a[0]).body();
            case "vm-refuse-set" -> throw Globals.belongsToLanguage((String) a[1]);
            case "vm-define" -> define((SxDict) a[0], (String) a[1], a[2]);
            default -> throw Globals.undefined(name);
        };
    }

    private static Object closure(Meter meter) {
        meter.allocate(Meter.CLOSURE);
        return Nil.NIL;
    }

    private static String kind(Object value) {
        return switch (value) {
            case SpecClosure _ -> "closure";
            case Component _ -> "component";
            case NativeFunction function -> function == Primitives.APPLY ? "apply" : "native";
            default -> "other";
        };
    }

    private static Object enter(Object[] a, Meter meter) {
        meter.application();
        Calls.requireArity((String) a[0], index(a[1]), a[2] == Boolean.TRUE, index(a[3]));
        if (a[4] == Boolean.FALSE) {
            meter.enter();
        }
        return Nil.NIL;
    }

    private static Object spread(Object[] a, Meter meter) {
        Object target = Calls.target(meter, a);
        List<Object> all = new ArrayList<>(List.of(target));
        all.addAll(Arrays.asList(Calls.spread(meter, a)));
        return SxList.copyOf(all);
    }

    private static Object define(SxDict names, String name, Object value) {
        if (Language.PRIMITIVES.isReserved(name)) {
            throw Globals.reserved(name);
        }
        names.put(name, value);
        return value;
    }
}
