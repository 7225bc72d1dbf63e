#!/bin/sh
# SX and its peers, each workload in a JVM of its own, in one run: prints tables of milliseconds and writes
# target/bench-sx.json and target/bench-sx-page.json. `sx.sh java,sx-jvm` measures some of them only.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
./mvnw -q -B -pl sx-vm -am test-compile
./mvnw -q -B -pl sx-vm org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile=target/bench.classpath -DincludeScope=test
mkdir -p target
exec "$(./mvnw --jdk)/bin/java" -cp "sx-vm/target/classes:sx-vm/target/test-classes:$(cat sx-vm/target/bench.classpath)" \
    coop.roseash.sx.bench.Benchmarks target "$@"
