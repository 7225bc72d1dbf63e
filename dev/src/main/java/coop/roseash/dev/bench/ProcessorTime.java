package coop.roseash.dev.bench;

import java.time.Duration;
import java.util.function.Predicate;

/// The processor time that processes started by this one have used, their own children included.
final class ProcessorTime {
    private ProcessorTime() {}

    /// @param which told by the command, for example `/usr/bin/node`
    static Duration of(Predicate<String> which) {
        return ProcessHandle.current()
            .descendants()
            .filter(process -> which.test(process.info().command().orElse("")))
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus);
    }
}
