#!/bin/sh
# Brings up the whole cooperative on this machine: see ./dev.sh --help.
set -eu
root=$(cd "$(dirname "$0")" && pwd)
cd "$root"

usage() {
    cat <<'HELP'
Usage: ./dev.sh [--reset] [--no-build] [--set key=value]…
       ./dev.sh [--set …] client ID --redirect URL [--post-logout URL] [--backchannel URL] [--ask | --public]
       ./dev.sh [--set …] rotate-keys [--leaked]

Builds Rose Ash where needed and runs all of it on this machine: PostgreSQL, Redis, a mail catcher, a SumUp
sandbox, a supplier's shop, a remote server, the six services, and a gateway at http://blog.rose-ash.localhost:8080.
Needs a JDK 25 and any Maven; nothing else.

  --reset              forget all data of earlier runs first
  --no-build           start what was built last
  --set key=value      any setting of the services, for all of them
  --set app:key=value  the same for one service, for example --set cart:cart.hold=30s
  --set port.base=N    use the 14 ports from N on (8080)
  --set data=FOLDER    keep data and logs there (.dev)
  --set demo=false     start empty, without the demo cooperative
  --set compiler=peak  with the JVM's optimising compiler: a slower start, but less work for each page after some 26,000
  --set live=blog      leave the blog out, to be started with live reload: ./mvnw compile quarkus:dev -pl blog -am
  --help               this text

While it runs, from another terminal:
  client ID …          let an application sign its visitors in here; prints its id and secret (client alone: the options)
  rotate-keys          make new signing keys

Settings may also be given as environment variables (CART_HOLD=30s). Ctrl-C stops everything.
HELP
}

# What is said to a federation that runs already; federation's port is the sixth.
base=8080
port=
tell_federation() {
    [ -d federation/target/classes ] || { echo "Nothing has been built yet. Run ./dev.sh first." >&2; exit 1; }
    FED_INTERNAL=${FED_INTERNAL:-http://127.0.0.1:${port:-$((base + 5))}}
    SITE_INTERNAL_KEY=${SITE_INTERNAL_KEY:-only-for-development-and-not-a-secret}
    export FED_INTERNAL SITE_INTERNAL_KEY
    exec "$(./mvnw --jdk)/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp federation/target/classes \
        coop.roseash.federation.command.ProviderCommand "$@"
}

build=yes
count=$#
while [ "$count" -gt 0 ]; do
    case "$1" in
        --help | -h) usage; exit 0 ;;
        client | rotate-keys)
            kept=$(($# - count))
            while [ "$count" -gt 0 ]; do
                set -- "$@" "$1"
                shift
                count=$((count - 1))
            done
            shift "$kept"
            tell_federation "$@"
            ;;
        --reset) set -- "$@" --set reset=true ;;
        --no-build) build=no ;;
        --set)
            [ "$count" -gt 1 ] || { echo "--set wants key=value. ./dev.sh --help tells more." >&2; exit 2; }
            case "$2" in
                port.base=*) base=${2#port.base=} ;;
                port.federation=*) port=${2#port.federation=} ;;
            esac
            set -- "$@" "$1" "$2"
            shift
            count=$((count - 1))
            ;;
        *) echo "Do not understand '$1'. ./dev.sh --help tells what there is." >&2; exit 2 ;;
    esac
    shift
    count=$((count - 1))
done

# Anything that goes into a build and is newer than the last one.
changed() {
    [ ! -f target/dev-built ] || [ -n "$(find pom.xml shared sx-vm blog market cart events federation account dev \
        \( -name target -o -name node_modules \) -prune -o -type f -newer target/dev-built -print 2>/dev/null | head -n 1)" ]
}

java=$(./mvnw --jdk)/bin/java
class_path="dev/target/classes:dev/target/lib/*"

if [ "$build" = yes ] && changed; then
    echo "Building Rose Ash (the first time fetches what it needs, which takes a few minutes)"
    mkdir -p target
    started=$(date +%s)
    touch target/dev-building
    ./mvnw -B -DskipTests package >target/dev-build.log 2>&1 &
    maven=$!
    trap 'kill "$maven" 2>/dev/null; exit 130' INT TERM
    shown=""
    while kill -0 "$maven" 2>/dev/null; do
        now=$(sed -n 's/^\[INFO\] Building \(Rose Ash.*\) 1\.0\.0-SNAPSHOT *\(\[.*\]\)$/\2 \1/p' target/dev-build.log | tail -n 1)
        if [ "$now" != "$shown" ]; then
            echo "  $now"
            shown=$now
        fi
        sleep 1
    done
    trap - INT TERM
    if ! wait "$maven"; then
        echo "The build failed:" >&2
        grep -E '^\[ERROR\]|needs a JDK|needs Apache|Install' target/dev-build.log | head -n 20 >&2
        echo "The whole output is in target/dev-build.log" >&2
        exit 1
    fi
    echo "Preparing quick starts: each service runs once against an empty database"
    "$java" -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 "-Droseash.root=$root" -cp "$class_path" \
        coop.roseash.dev.QuickStart || echo "  The services will start without, only more slowly."
    mv target/dev-building target/dev-built
    echo "Built in $(($(date +%s) - started)) s"
fi

if [ ! -d dev/target/lib ]; then
    echo "Nothing has been built yet. Run ./dev.sh without --no-build." >&2
    exit 1
fi

exec "$java" -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow "-Droseash.root=$root" -cp "$class_path" coop.roseash.dev.Launcher "$@"
