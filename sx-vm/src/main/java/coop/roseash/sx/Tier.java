package coop.roseash.sx;

import coop.roseash.sx.limit.Meter;
import coop.roseash.sx.vm.Platform;
import coop.roseash.sx.vm.Vm;

/// How eagerly the VM hands functions to the jvm tier.
enum Tier {
    NEVER;

    Vm vm(Meter meter, Platform platform) {
        return new Vm(meter, platform);
    }
}
