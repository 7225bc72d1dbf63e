#!/bin/bash
# Makes the base images that nothing can be pulled for: Debian by debootstrap, the JDK and the Maven of this machine,
# Redis 7 and Caddy from Debian 12, PostgreSQL from Debian 13: 17, where 12 has 15 and the embedded 16 has no pg_dump.
# For dev/swarm.sh; a deployment pulls the images the Dockerfiles name.
#   dev/base-images.sh [prefix]    makes <prefix>/build, /runtime, /postgres, /redis and /caddy (rose-ash-base)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
prefix=${1:-rose-ash-base}
suite=bookworm
suite_of_postgres=trixie
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

# A copy of a plain Debian, with packages.
debian() {
    local suite=$1 target=$2
    shift 2
    if [ ! -d "$work/$suite" ]; then
        echo "Debian $suite" >&2
        debootstrap --variant=minbase "$suite" "$work/$suite" "$mirror" >"$work/debootstrap.log" 2>&1 ||
            { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap failed."; }
    fi
    cp -a "$work/$suite" "$target"
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
    debian "$suite" "$work/runtime"
    "$jdk/bin/jlink" --output "$work/runtime/opt/java" --strip-java-debug-attributes --no-header-files --no-man-pages \
        --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.jcmd \
        2>"$work/jlink.log" || cp -a "$jdk/." "$work/runtime/opt/java"
    import runtime "$work/runtime" 'ENV JAVA_HOME=/opt/java' 'ENV PATH=/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
        'ENV LANG=C.UTF-8'
fi
if ! have build; then
    debian "$suite" "$work/build"
    cp -a "$jdk/." "$work/build/opt/java"
    maven=$("$root/mvnw" -v | sed -n 's/^Maven home: //p')
    mkdir -p "$work/build/opt/maven" "$work/build/root/.m2"
    cp -a "$maven/." "$work/build/opt/maven"
    cp -a "$repository" "$work/build/root/.m2/repository"
    import build "$work/build" 'ENV JAVA_HOME=/opt/java' 'ENV LANG=C.UTF-8' \
        'ENV PATH=/opt/maven/bin:/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin' 'ENV MAVEN_ARGS=--offline'
fi
if ! have redis; then
    debian "$suite" "$work/redis" redis-server
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
    debian "$suite_of_postgres" "$work/postgres" postgresql
    programs=$(cd "$work/postgres" && echo usr/lib/postgresql/*/bin)
    install -m 755 "$root/dev/postgres-entrypoint.sh" "$work/postgres/usr/local/bin/entrypoint"
    mkdir -p "$work/postgres/var/lib/postgresql/data"
    import postgres "$work/postgres" "ENV PATH=/$programs:/usr/sbin:/usr/bin:/sbin:/bin" \
        'ENV PGDATA=/var/lib/postgresql/data' 'VOLUME /var/lib/postgresql/data' \
        'ENTRYPOINT ["/usr/local/bin/entrypoint"]' 'CMD ["postgres"]'
fi
if ! have caddy; then
    debian "$suite" "$work/caddy" caddy ca-certificates
    import caddy "$work/caddy" 'CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]'
fi
