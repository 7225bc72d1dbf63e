#!/bin/sh
# Sign-ins per second (authorize + token), ours next to npm oidc-provider, in one run: prints a table, writes
# target/bench-oauth.json. Wants Node 20 or later and npm. BENCH_SECONDS (15) and BENCH_CONNECTIONS (16) change it.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
[ "${1:-}" = --no-build ] || ./mvnw -q -B -DskipTests -pl federation,dev -am package
peer=target/bench-oauth
rm -rf target/bench-data
mkdir -p "$peer"
cp dev/bench/oauth/package.json dev/bench/oauth/peer.mjs "$peer"
(cd "$peer" && npm install --silent --no-audit --no-fund)
exec "$(./mvnw --jdk)/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    "-Droseash.root=$root" -cp "dev/target/classes:dev/target/lib/*" coop.roseash.dev.bench.OauthBench "$peer"
