#!/bin/sh
# What the limits cost on the jvm tier: each workload with and without them, in one run.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
./mvnw -q -B -pl sx-vm -am test-compile
exec "$(./mvnw --jdk)/bin/java" -cp "sx-vm/target/classes:sx-vm/target/test-classes" \
    coop.roseash.sx.bench.LimitsBenchmark sx-vm/target/limits-off "$@"
