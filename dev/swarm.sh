#!/bin/bash
# The real stack on a real swarm of this one machine: deploys the last commit with ./deploy.sh, walks the demo journey,
# updates one app under load, deploys one that cannot start, kills a task and Redis, starts PostgreSQL anew, backs up and
# restores, and removes all it made.
#   dev/swarm.sh [--keep-images] [--stay]    --stay leaves it up, to look around, until Ctrl-C
# Wants root, Docker Engine and a registry to run (Debian's docker.io and docker-registry do). Base images: BUILD_IMAGE,
# RUNTIME_IMAGE, POSTGRES_IMAGE, REDIS_IMAGE and CADDY_IMAGE where they can be pulled, else dev/base-images.sh makes them.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
stack=roseashproof
https=127.0.0.1:8443
mails=127.0.0.1:18087
sandbox=127.0.0.1:18089
apps="blog market cart events federation account"
keep_images=no
stay=no
for argument in "$@"; do
    case $argument in
        --keep-images) keep_images=yes ;;
        --stay) stay=yes ;;
        *) echo "Do not understand '$argument'." >&2; exit 2 ;;
    esac
done
work=$(mktemp -d)
began=$(date +%s)
# What ./deploy.sh reads from .env elsewhere.
export STACK=$stack REGISTRY=127.0.0.1:15000 DOMAIN=rose-ash.localhost MAIL_HOST=neighbours MAIL_PORT=8091 \
    MAIL_USERNAME=proof MAIL_START_TLS=DISABLED SUMUP_MERCHANT_CODE=MPROOF SUMUP_BASE_URL=http://neighbours:8089 \
    DEPLOY_PATIENCE=1200

say() {
    printf '%4d s  %s\n' "$(($(date +%s) - began))" "$*"
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

images() {
    docker images --all --quiet --no-trunc | sort -u
}

remove_everything() {
    status=$?
    set +e
    trap - EXIT
    say "Removing the stack, its volumes, secrets, configs and networks, and what was started"
    touch "$work/stop"
    docker rm --force --volumes "$stack-caddy" "$stack-neighbours" >/dev/null 2>&1
    docker stack rm "$stack" >/dev/null 2>&1
    for _ in $(seq 60); do
        [ -z "$(docker ps --quiet --all --filter "label=com.docker.stack.namespace=$stack")" ] && break
        sleep 1
    done
    docker volume rm "${stack}_postgres" "${stack}_redis" >/dev/null 2>&1
    docker secret ls --format '{{.Name}}' | grep "^$stack-" | xargs -r docker secret rm >/dev/null 2>&1
    docker config ls --format '{{.Name}}' | grep "^$stack-" | xargs -r docker config rm >/dev/null 2>&1
    docker network rm "${stack}_public" "${stack}_data" >/dev/null 2>&1
    if [ "${joined:-no}" = yes ]; then
        docker swarm leave --force >/dev/null 2>&1
        docker network rm docker_gwbridge >/dev/null 2>&1
    fi
    if [ "$keep_images" = no ] && [ -f "$work/images" ]; then
        images | comm -13 "$work/images" - | xargs -r docker rmi --force >/dev/null 2>&1
        left=$(images | comm -13 "$work/images" - | wc -l)
        [ "$left" = 0 ] || say "$left images could not be removed"
    fi
    [ -z "${registry:-}" ] || { kill "$registry" && wait "$registry" 2>/dev/null; }
    [ -z "${daemon:-}" ] || { kill "$daemon" && wait "$daemon" 2>/dev/null; }
    rm -rf "$work"
    [ "$status" = 0 ] && say "All held." || echo "Ended with $status." >&2
    exit "$status"
}

# Waits for a condition: seconds, words for the report, command.
await() {
    local end=$(($(date +%s) + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$end" ] || fail "not in time: $what"
        sleep 1
    done
    say "$what"
}

# ---- Docker, registry, base images, swarm ----------------------------------------------------------------------------
[ "$(id -u)" = 0 ] || fail "root is needed."
command -v dockerd >/dev/null || command -v docker >/dev/null || fail "Docker Engine is needed: apt-get install docker.io"
command -v docker-registry >/dev/null || fail "A registry is needed: apt-get install docker-registry"
if ! docker info >/dev/null 2>&1; then
    dockerd >"$work/dockerd.log" 2>&1 &
    daemon=$!
fi
trap remove_everything EXIT
trap 'exit 130' INT TERM
await 60 "Docker answers" docker info
[ "$(docker info --format '{{.Swarm.LocalNodeState}}')" = inactive ] ||
    { trap - EXIT; fail "This Docker is part of a swarm already; leaving that one alone."; }
images >"$work/images"
printf 'version: 0.1\nlog: { level: error, accesslog: { disabled: true } }\nstorage: { filesystem: { rootdirectory: %s } }\nhttp: { addr: %s }\n' \
    "$work/registry" "$REGISTRY" >"$work/registry.yml"
OTEL_TRACES_EXPORTER=none docker-registry serve "$work/registry.yml" >"$work/registry.log" 2>&1 &
registry=$!
await 30 "The registry answers" curl --silent --fail "http://$REGISTRY/v2/"

if [ -z "${BUILD_IMAGE:-}" ]; then
    base=rose-ash-base
    bash dev/base-images.sh $base | sed 's/^/        base image /'
    BUILD_IMAGE=$base/build:local RUNTIME_IMAGE=$base/runtime:local CADDY_IMAGE=$base/caddy:local
    export POSTGRES_IMAGE=$base/postgres:local REDIS_IMAGE=$base/redis:local
fi
for name in POSTGRES_IMAGE REDIS_IMAGE; do
    docker image inspect "${!name}" >/dev/null 2>&1 || docker pull --quiet "${!name}" >/dev/null
    docker tag "${!name}" "$REGISTRY/${name,,}"
    docker push --quiet "$REGISTRY/${name,,}" >/dev/null
    export "$name=$REGISTRY/${name,,}"
done

docker swarm init --advertise-addr 127.0.0.1 >/dev/null
joined=yes
docker node update --label-add roseash.data=true "$(docker node ls --quiet)" >/dev/null
new_secret() {
    head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'
}
for name in database-password site-internal-key activitypub-key-secret signing-key-secret client-cookie-secret \
    client-secret-blog client-secret-market client-secret-cart client-secret-events client-secret-account mail-password; do
    new_secret | docker secret create "$stack-$name-1" - >/dev/null
done
sumup_key=$(new_secret)
printf %s "$sumup_key" | docker secret create "$stack-sumup-api-key-1" - >/dev/null
DEMO_PASSWORD=$(new_secret)
export DEMO_PASSWORD

# ---- The commit, and what this machine lacks -------------------------------------------------------------------------
# In a clone, so that the tree stays as it is. Where nothing can be pulled the base images have other names; the kernel
# may have no IPVS, which Swarm's virtual addresses need, so names lead to the tasks themselves; the demo fills the rooms.
tree=$work/tree
git clone --quiet --no-checkout "$root" "$tree"
git -C "$tree" checkout --quiet --detach "$(git rev-parse HEAD)"
git -C "$tree" config user.name proof
git -C "$tree" config user.email proof@rose-ash.example
sed -i "s#^ARG BUILD_IMAGE=.*#ARG BUILD_IMAGE=$BUILD_IMAGE#; s#^ARG RUNTIME_IMAGE=.*#ARG RUNTIME_IMAGE=$RUNTIME_IMAGE#" "$tree"/*/Dockerfile
sed -i "s#^x-deploy: &deploy\$#&\n  endpoint_mode: dnsrr#
    s#^      replicas: 1\$#&\n      endpoint_mode: dnsrr#
    s#^x-environment: &environment\$#&\n  DEMO_CONTENT: /demo\n  DEMO_PASSWORD: $DEMO_PASSWORD#
    s#^      APP_ORIGIN: https://market.*#&\n      DEMO_SUPPLIER: http://neighbours:8088\n      DEMO_SUPPLIER_RETRY: 30s\n      WEB_ALLOWED_AUTHORITIES: neighbours:8088\n      SCRAPER_GAP: 0s#
    s#^      APP_ORIGIN: https://cart.*#&\n      SUMUP_RETURN_URL: http://cart:8080/webhooks/sumup#
    /^x-app: &app\$/,/^  volumes:\$/s#^  volumes:\$#&\n    - { type: bind, source: $root/dev/src/main/resources/demo, target: /demo, read_only: true }#" \
    "$tree/docker-compose.yml"
git -C "$tree" commit --quiet --all --message "Run on a machine without IPVS and without a registry to pull from"
deploy() {
    (cd "$tree" && ./deploy.sh "$@") 2>&1 | sed --unbuffered 's/^/        /'
}

# ---- The first deploy ------------------------------------------------------------------------------------------------
say "./deploy.sh --all --dry-run, then ./deploy.sh --all of $(git log -1 --format='%h %s')"
deploy --all --dry-run
deploy --all
say "Deployed all"
for app in $apps; do
    image=$(docker images --format '{{.ID}}' "$REGISTRY/$app" | head -n 1)
    say "Image of $app: $(docker image inspect --format '{{.Size}}' "$image" | awk '{printf "%d MB", $1 / 1e6}')"
done
docker service ls --format '{{.Name}} {{.Replicas}}' | sed 's/^/        /'

# ---- What stands around the stack ------------------------------------------------------------------------------------
docker build --quiet --file "$tree/blog/Dockerfile" --target build --tag "$stack/neighbours" "$tree" >/dev/null 2>&1
docker run --detach --name "$stack-neighbours" --hostname neighbours --network "${stack}_public" --network-alias neighbours \
    --publish "$mails:8087" --publish "$sandbox:8089" "$stack/neighbours" java -XX:+UseSerialGC -Xmx96m \
    -cp 'dev/target/classes:dev/target/lib/*' coop.roseash.dev.Neighbours /tmp/mails "http://$sandbox" MPROOF "$sumup_key" >/dev/null
docker run --detach --name "$stack-caddy" --network "${stack}_public" --publish "$https:443" \
    --env DOMAIN=$DOMAIN --volume "$root/_config/Caddyfile:/etc/caddy/Caddyfile:ro" "$CADDY_IMAGE" >/dev/null
await 60 "A mail catcher, a SumUp sandbox and a supplier's shop stand by" curl --silent --fail "http://$mails/messages"

# ---- The journey -----------------------------------------------------------------------------------------------------
journey() {
    HTTPS=$https MAILS=http://$mails dev/journey.sh "$work" "$@"
}
shows() {
    journey shows guest "$@"
}
await 120 "The blog opens through Caddy" shows blog / "<h1"
status_of() {
    curl --silent --insecure --max-time 20 --connect-to ":443:$https" --output /dev/null --write-out '%{http_code}' "https://blog.$DOMAIN$1"
}
for path in /internal/fragments/nav /q/metrics /q/health; do
    [ "$(status_of "$path")" = 404 ] || fail "$path is reachable from outside"
done
say "/internal/ and /q/ are refused. The journey:"
journey walk

# ---- An update under load, and one that goes wrong -------------------------------------------------------------------
cat >"$work/load.sh" <<'LOAD'
asked=0 failed=0
while [ ! -e "$1/stop" ]; do
    code=$(curl --silent --insecure --max-time 20 --connect-to ":443:$3" --output /dev/null \
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
        bash "$work/load.sh" "$work" "$1.$DOMAIN" $https &
        loaders+=($!)
    done
}
# All requests meanwhile, and how many failed; none may.
end_load() {
    local asked failed
    touch "$work/stop"
    wait "${loaders[@]}"
    asked=$(awk '{ sum += $1 } END { print sum }' "$work/counts")
    failed=$(awk '{ sum += $2 } END { print sum }' "$work/counts")
    say "Under load meanwhile: $asked requests, $failed failed"
    [ "$failed" = 0 ] || { cat "$work/failures" >&2; fail "requests failed"; }
}
change_blog() {
    printf '%s\n' "$1" >>"$tree/blog/Dockerfile"
    git -C "$tree" commit --quiet --all --message "$2"
}
image_of_blog() {
    docker service inspect --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}' "${stack}_blog"
}

change_blog 'LABEL proof=2' "Change the blog's image"
deploy --dry-run
load blog
deploy blog
say "The blog was updated task by task (start-first)"
end_load

good=$(image_of_blog)
change_blog 'ENTRYPOINT ["false"]' "Break the blog's image"
load blog
if deploy blog; then fail "a blog that cannot start was deployed"; fi
[ "$(image_of_blog)" = "$good" ] || fail "the blog was not rolled back"
git -C "$tree" reset --quiet --hard HEAD~1
say "A blog that cannot start was rolled back"
end_load

# ---- Losses ----------------------------------------------------------------------------------------------------------
replicas_up() {
    ! docker service ls --format '{{.Replicas}}' | awk -F/ '$1 != $2 { bad = 1 } END { exit !bad }'
}
task() {
    docker ps --quiet --filter "label=com.docker.swarm.service.name=${stack}_$1" | head -n 1
}
replaced() {
    [ "$(task "$1")" != "$2" ] && replicas_up
}
victim=$(task market)
load market
docker kill --signal KILL "$victim" >/dev/null
await 300 "The market's killed task was replaced" replaced market "$victim"
end_load

victim=$(task redis)
load blog
docker kill --signal KILL "$victim" >/dev/null
await 120 "Redis, killed, is back" replaced redis "$victim"
end_load
await 60 "Sam's order, ticket and sign-in are still there" journey bought

victim=$(task postgres)
docker service update --force --detach "${stack}_postgres" >/dev/null
await 180 "PostgreSQL was started anew" replaced postgres "$victim"
await 120 "The market answers from the database again" shows market / "<h1"
await 60 "Sam's order, ticket and sign-in are still there" journey bought

# ---- Backup and restore ----------------------------------------------------------------------------------------------
./backup.sh --to "$work/backups" | sed 's/^/        /'
docker exec "$(task postgres)" psql --quiet --username roseash --dbname roseash --command "TRUNCATE tickets CASCADE" >/dev/null 2>&1 ||
    fail "the tickets could not be deleted"
if journey bought 2>/dev/null; then fail "the ticket is there though it was deleted"; fi
for app in $apps; do docker service scale --detach "${stack}_$app=0" >/dev/null; done
stopped() {
    for app in $apps; do [ -z "$(task "$app")" ] || return 1; done
}
await 120 "The tickets were lost and the apps stopped" stopped
./restore.sh --replace "$work"/backups/*.dump 2>&1 | sed 's/^/        /'
deploy
await 600 "The apps are back" replicas_up
await 60 "Sam's order, ticket and sign-in are back" journey bought

# ---- What it takes ---------------------------------------------------------------------------------------------------
say "Memory of the tasks: docker stats, and resident (with the pages two tasks of an image share):"
docker stats --no-stream --format '{{.ID}} {{.Name}} {{.MemUsage}}' | grep " ${stack}_" | sort -k 2 | while read -r id name used _; do
    pid=$(docker inspect --format '{{.State.Pid}}' "$id")
    printf '        %-14s %10s  resident %4d MB\n' "$(cut -d . -f 1-2 <<<"${name#"${stack}_"}")" "$used" \
        "$(($(ps -o rss= -p "$pid") / 1024))"
done
if [ "$stay" = yes ]; then
    say "It stays up until Ctrl-C: https://blog.$DOMAIN at $https, mails at http://$mails, the tree in $tree"
    say "Demo members sign in with $DEMO_PASSWORD"
    trap 'exit 0' INT TERM
    while true; do sleep 1; done
fi
