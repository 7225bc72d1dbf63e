#!/bin/sh
# Renders Lexical documents from outside: JSON lines {id, options, lexical} in, {id, html} or {id, error} out.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
lib="$root/blog/target/quarkus-app/lib/main"
[ -d "$lib" ] || "$root/mvnw" -q -pl blog -am -DskipTests package >&2
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    grep -q '^JAVA_VERSION="2[5-9]' "$home/release" 2>/dev/null && exec "$home/bin/java" -cp "$lib/*" \
        coop.roseash.service.blog.lexical.RenderLines
done
echo "Needs a JDK 25: set JAVA_HOME to its folder." >&2
exit 1
