#!/bin/bash
# The real stack on a real swarm of this one machine: builds the six images, deploys docker-compose.yml, walks through
# the rooms, updates one app under load, kills a task and Redis, starts PostgreSQL anew, and removes all it made.
#   dev/swarm.sh [--keep-images]
# Wants root and Docker Engine (Debian's docker.io does). Base images: BUILD_IMAGE, RUNTIME_IMAGE, POSTGRES_IMAGE,
# REDIS_IMAGE and CADDY_IMAGE where they can be pulled, else dev/base-images.sh makes them.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
stack=roseashproof
registry=roseashproof.local
domain=rose-ash.localhost
https=8443
apps="blog market cart events federation account"
keep_images=no
[ "${1:-}" = --keep-images ] && keep_images=yes
work=$(mktemp -d)
began=$(date +%s)

say() {
    printf '%4d s  %s\n' "$(($(date +%s) - began))" "$*"
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

remove_everything() {
    status=$?
    set +e
    trap - EXIT
    say "Removing the stack, its volumes, secrets and networks, and what was started"
    touch "$work/stop"
    docker rm --force "$stack-caddy" >/dev/null 2>&1
    docker stack rm "$stack" >/dev/null 2>&1
    for _ in $(seq 60); do
        [ -z "$(docker ps --quiet --all --filter "label=com.docker.stack.namespace=$stack")" ] && break
        sleep 1
    done
    docker volume rm "${stack}_postgres" "${stack}_redis" >/dev/null 2>&1
    docker secret ls --format '{{.Name}}' | grep "^$stack-" | xargs -r docker secret rm >/dev/null 2>&1
    docker network rm "${stack}_public" "${stack}_data" >/dev/null 2>&1
    [ "${joined:-no}" = yes ] && docker swarm leave --force >/dev/null 2>&1
    if [ "$keep_images" = no ]; then
        docker images --format '{{.Repository}}:{{.Tag}}' | grep "^$registry/" | xargs -r docker rmi --force >/dev/null 2>&1
    fi
    if [ -n "${daemon:-}" ]; then
        kill "$daemon" && wait "$daemon" 2>/dev/null
    fi
    rm -rf "$work"
    [ "$status" = 0 ] && say "All held." || echo "Ended with $status." >&2
    exit "$status"
}

# Waits for a condition: seconds, words for the report, command.
await() {
    local end=$(($(date +%s) + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$end" ] || fail "$what did not happen in time"
        sleep 1
    done
    say "$what"
}

# ---- Docker, images, swarm -------------------------------------------------------------------------------------------
[ "$(id -u)" = 0 ] || fail "root is needed."
command -v dockerd >/dev/null || command -v docker >/dev/null || fail "Docker Engine is needed: apt-get install docker.io"
if ! docker info >/dev/null 2>&1; then
    dockerd >"$work/dockerd.log" 2>&1 &
    daemon=$!
fi
trap remove_everything EXIT
trap 'exit 130' INT TERM
await 60 "Docker answers" docker info
[ "$(docker info --format '{{.Swarm.LocalNodeState}}')" = inactive ] ||
    { trap - EXIT; fail "This Docker is part of a swarm already; leaving that one alone."; }

if [ -z "${BUILD_IMAGE:-}" ]; then
    bash dev/base-images.sh rose-ash-base | sed 's/^/        base image /'
    base=rose-ash-base
    BUILD_IMAGE=$base/build:local RUNTIME_IMAGE=$base/runtime:local CADDY_IMAGE=$base/caddy:local
    POSTGRES_IMAGE=$base/postgres:local REDIS_IMAGE=$base/redis:local
fi
for app in $apps; do
    docker image inspect "$registry/$app:1" >/dev/null 2>&1 ||
        docker build --build-arg "BUILD_IMAGE=$BUILD_IMAGE" --build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE" \
            --file "$app/Dockerfile" --tag "$registry/$app:1" . >"$work/build.log" 2>&1 ||
        { tail -n 20 "$work/build.log" >&2; fail "the image of $app could not be built"; }
    say "Image of $app: $(docker image inspect --format '{{.Size}}' "$registry/$app:1" | awk '{printf "%d MB", $1 / 1e6}')"
done

docker swarm init --advertise-addr 127.0.0.1 >/dev/null
joined=yes
docker node update --label-add roseash.data=true "$(docker node ls --quiet)" >/dev/null
for name in database-password site-internal-key activitypub-key-secret signing-key-secret client-cookie-secret \
    client-secret-blog client-secret-market client-secret-cart client-secret-events client-secret-federation \
    client-secret-account mail-password sumup-api-key; do
    head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' | docker secret create "$stack-$name-1" - >/dev/null
done
password=$(head -c 9 /dev/urandom | od -An -tx1 | tr -d ' \n')

# ---- What this machine lacks -----------------------------------------------------------------------------------------
# The kernel may have no IPVS, which Swarm's virtual addresses need; names then lead to the tasks themselves. The demo's
# content fills the rooms.
{
    sed -n "/^version:/p" docker-compose.yml
    echo "services:"
    for app in $apps; do
        printf '  %s:\n    environment:\n      DEMO_CONTENT: /demo\n      DEMO_PASSWORD: %s\n' "$app" "$password"
        printf '    volumes:\n      - type: bind\n        source: %s\n        target: /demo\n        read_only: true\n' \
            "$root/dev/src/main/resources/demo"
        printf '    deploy:\n      endpoint_mode: dnsrr\n'
    done
    printf '  postgres:\n    deploy:\n      endpoint_mode: dnsrr\n  redis:\n    deploy:\n      endpoint_mode: dnsrr\n'
} >"$work/override.yml"

export STACK=$stack REGISTRY=$registry DOMAIN=$domain MAIL_HOST=mail.invalid MAIL_USERNAME=proof \
    MAIL_START_TLS=DISABLED SUMUP_MERCHANT_CODE=MPROOF SUMUP_BASE_URL=http://sumup.invalid POSTGRES_IMAGE REDIS_IMAGE
for app in $apps; do export "${app^^}_TAG=1"; done
docker stack deploy --resolve-image never --compose-file docker-compose.yml --compose-file "$work/override.yml" \
    "$stack" >"$work/deploy.log" 2>&1 || { cat "$work/deploy.log" >&2; fail "the stack was refused"; }
say "Deployed docker-compose.yml"

replicas_up() {
    ! docker service ls --format '{{.Replicas}}' | awk -F/ '$1 != $2 { bad = 1 } END { exit !bad }'
}
await 900 "Every task is healthy: $(docker service ls --quiet | wc -l) services" replicas_up
docker service ls --format '{{.Name}} {{.Replicas}}' | sed 's/^/        /'

docker run --detach --name "$stack-caddy" --network "${stack}_public" --publish "127.0.0.1:$https:443" \
    --env DOMAIN=$domain --volume "$root/_config/Caddyfile:/etc/caddy/Caddyfile:ro" "$CADDY_IMAGE" >/dev/null

# ---- The journey -----------------------------------------------------------------------------------------------------
jar=$work/cookies
visit() {
    curl --silent --show-error --insecure --max-time 20 --connect-to "::127.0.0.1:$https" --cookie "$jar" \
        --cookie-jar "$jar" --location --user-agent "Mozilla/5.0 (X11; Linux x86_64)" --header "Accept: text/html" \
        --header "Sec-Fetch-Mode: navigate" --header "Sec-Fetch-Dest: document" "$@"
}
shows() {
    visit "https://$1.$domain$2" | grep --quiet --ignore-case -- "$3"
}
sends() {
    local app=$1 path=$2
    shift 2
    visit --header "Origin: https://$app.$domain" "$@" "https://$app.$domain$path"
}
await 120 "The blog opens through Caddy" shows blog / "<h1"
for app in market events federation account cart; do
    await 60 "The $app opens" shows "$app" / "<h1"
done
await 240 "A post shows the workshop of the calendar (the market has no supplier here, so no loaf)" shows blog /what-the-oven-teaches entry-card
[ "$(visit --output /dev/null --write-out '%{http_code}' "https://blog.$domain/internal/fragments/nav")" = 404 ] ||
    fail "/internal/ is reachable from outside"
say "/internal/ is refused"

hidden() {
    sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" <<<"$2" | head -n 1 | sed 's/&amp;/\&/g; s/&#x3D;/=/g; s/&#61;/=/g'
}
sign_in() {
    local page
    page=$(visit "https://account.$domain/auth/login")
    sends federation /signin/password --data-urlencode "email=sam@rose-ash.example" \
        --data-urlencode "password=$password" --data-urlencode "to=$(hidden to "$page")" \
        --data-urlencode "token=$(hidden token "$page")" | grep --quiet Sam
}
await 60 "Sam signs in" sign_in
for app in blog market cart events federation account; do
    await 30 "Sam is known to the $app" shows "$app" / Sam
done

# ---- An update under load, and losses --------------------------------------------------------------------------------
cat >"$work/load.sh" <<'LOAD'
asked=0 failed=0
while [ ! -e "$1/stop" ]; do
    code=$(curl --silent --insecure --max-time 20 --connect-to "::127.0.0.1:$3" --output /dev/null \
        --write-out '%{http_code}' "https://$2/") || code=000
    asked=$((asked + 1))
    [ "$code" = 200 ] || { failed=$((failed + 1)); echo "$(date +%T) $code" >>"$1/failures"; }
done
echo "$asked $failed" >>"$1/counts"
LOAD
load() {
    rm -f "$work/stop" "$work/counts" "$work/failures"
    loaders=()
    for _ in 1 2 3 4; do
        bash "$work/load.sh" "$work" "$1.$domain" $https &
        loaders+=($!)
    done
}
end_load() {
    touch "$work/stop"
    wait "${loaders[@]}"
    asked=$(awk '{ sum += $1 } END { print sum }' "$work/counts")
    failed=$(awk '{ sum += $2 } END { print sum }' "$work/counts")
}

docker tag "$registry/blog:1" "$registry/blog:2"
load blog
BLOG_TAG=2 docker stack deploy --resolve-image never --compose-file docker-compose.yml \
    --compose-file "$work/override.yml" "$stack" >/dev/null 2>&1
updated() {
    [ "$(docker service inspect --format '{{.UpdateStatus.State}}' "${stack}_blog")" = completed ] &&
        [ "$(docker ps --filter "label=com.docker.swarm.service.name=${stack}_blog" --format '{{.Image}}' | sort -u)" = \
            "$registry/blog:2" ]
}
await 900 "The blog was updated task by task (start-first)" updated
end_load
say "Under load meanwhile: $asked requests, $failed failed"
[ "$failed" = 0 ] || { cat "$work/failures" >&2; fail "requests failed during the update"; }

task() {
    docker ps --quiet --filter "label=com.docker.swarm.service.name=${stack}_$1" | head -n 1
}
victim=$(task market)
load market
docker kill --signal KILL "$victim" >/dev/null
await 300 "The market's killed task was replaced" replicas_up
end_load
say "Under load meanwhile: $asked requests, $failed failed"

docker kill --signal KILL "$(task redis)" >/dev/null
say "Redis killed"
await 60 "The blog answers without Redis or with the new one" shows blog / "<h1"
await 120 "Redis is back" replicas_up
await 60 "Sam is still signed in" shows account / Sam

docker service update --force --detach "${stack}_postgres" >/dev/null
await 180 "PostgreSQL was started anew" bash -c "docker service ps --filter desired-state=running --format '{{.CurrentState}}' ${stack}_postgres | grep -E 'Running (less than a|[0-9]+) second'"
await 120 "The market answers from the database again" shows market / "<h1"
await 120 "Every task is healthy again" replicas_up

say "Memory of the tasks (docker stats):"
docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' | sed -n "s/^${stack}_\([a-z]*\)\.[^ ]* /        \1 /p" | sort
