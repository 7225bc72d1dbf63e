package coop.roseash.sx;

import coop.roseash.sx.jit.ClassQuota;
import coop.roseash.sx.jit.ClassTier;
import coop.roseash.sx.vm.Tiering;

/// How eagerly functions become JVM classes, and how many may.
final class Tier {
    private static final int QUOTA = 1_000;
    private static final int OFTEN = 100;
    private static final ClassQuota CLASSES = new ClassQuota(QUOTA);

    private Tier() {}

    static Tiering of(Engine engine, String tenant) {
        return switch (engine) {
            case JVM -> new ClassTier(1, CLASSES, tenant);
            case SX -> new ClassTier(OFTEN, CLASSES, tenant);
            case VM, CEK, SPEC -> Tiering.NEVER;
        };
    }
}
