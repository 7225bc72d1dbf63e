package coop.roseash.sx;

import coop.roseash.sx.jit.ClassTier;
import coop.roseash.sx.vm.Tiering;

/// How eagerly functions become JVM classes, and how many may: one for each session.
final class Tier {
    private static final int QUOTA = 1_000;
    private static final int OFTEN = 100;

    private Tier() {}

    static Tiering of(Engine engine) {
        return switch (engine) {
            case JVM -> new ClassTier(1, QUOTA);
            case SX -> new ClassTier(OFTEN, QUOTA);
            case VM, CEK, SPEC -> Tiering.NEVER;
        };
    }
}
