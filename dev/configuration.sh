#!/bin/sh
# Writes docs/configuration.md anew from the sources.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
"$root/mvnw" -q -B -pl dev -am -DskipTests package
exec "$("$root/mvnw" --jdk)/bin/java" -cp "$root/dev/target/classes:$root/dev/target/lib/*" \
    coop.roseash.dev.configuration.ConfigurationReference "$root"
