#!/bin/sh
# Writes schema.sql, and the list of migrations the apps wait for, anew from the migrations.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
"$root/mvnw" -q -B -pl dev -am -DskipTests package
exec "$("$root/mvnw" --jdk)/bin/java" -cp "$root/dev/target/classes:$root/dev/target/lib/*" \
    coop.roseash.dev.schema.SchemaFile "$root"
