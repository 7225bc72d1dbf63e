#!/usr/bin/env bash
# Deploys Rose Ash on its swarm: see ./deploy.sh --help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    cat <<'HELP'
Usage: ./deploy.sh [app …|--all] [--dry-run]

Builds the images of the apps, pushes them, updates the stack, waits until every app is healthy, and rolls all of it
back when one is not. With no app named: those whose files changed since they were last deployed.

  app        blog, market, cart, events, federation, account
  --all      all six; the first deploy needs it
  --dry-run  check everything and print the plan, change nothing
  --help     this text

Settings come from .env (see .env.example) and the environment. DEPLOY_HOST=user@host deploys to the swarm of that
manager over SSH; without it the swarm is this machine's. DEPLOY_PATIENCE is how many seconds an app may take (600).
docs/operations.md is the runbook.
HELP
}

readonly apps=(blog market cart events federation account)
commit=""
dry=no
chosen=()
reasons=()

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

misuse() {
    printf '%s\n' "$1" "./deploy.sh --help tells what there is." >&2
    exit 2
}

is_app() {
    case " ${apps[*]} " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}

read_arguments() {
    local all=no argument
    for argument in "$@"; do
        case $argument in
            --help | -h) usage; exit 0 ;;
            --dry-run) dry=yes ;;
            --all) all=yes ;;
            -*) misuse "Do not understand '$argument'." ;;
            *)
                is_app "$argument" || misuse "There is no app '$argument'. The apps are ${apps[*]}."
                case " ${chosen[*]:-} " in *" $argument "*) ;; *) chosen+=("$argument") ;; esac
                ;;
        esac
    done
    if [ "$all" = yes ]; then
        [ ${#chosen[@]} = 0 ] || misuse "Name apps or say --all, not both."
        chosen=("${apps[@]}")
    fi
}

# The file is data, not a script: nothing in it is run.
read_settings() {
    local known number=0 line key
    known=$(sed -n 's/^#\{0,1\}\([A-Z][A-Z_]*\)=.*/\1/p' .env.example)
    if [ -f .env ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            number=$((number + 1))
            case $line in '' | '#'*) continue ;; esac
            [[ $line =~ ^([A-Z][A-Z_]*)=(.*)$ ]] || fail ".env line $number is not KEY=value."
            key=${BASH_REMATCH[1]}
            grep -qx "$key" <<<"$known" ||
                fail ".env line $number: there is no setting $key. .env.example lists them all."
            [ -n "${!key+given}" ] || export "$key=${BASH_REMATCH[2]}"
        done <.env
    fi
    export STACK=${STACK:-coop} REGISTRY=${REGISTRY:-registry.rose-ash.com:5000}
}

# A required setting and what its value must look like.
require() {
    local key=$1 pattern=$2 meaning=$3
    [ -n "${!key:-}" ] || fail "$key is not set. It is $meaning; put it into .env (see .env.example)."
    [[ ${!key} =~ $pattern ]] || fail "$key is '${!key}', which is not $meaning."
}

check_settings() {
    local app key host='^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$'
    require DOMAIN "$host" "the site's domain, such as rose-ash.com"
    require MAIL_HOST "$host" "the name of the mail server"
    require MAIL_USERNAME '^[^[:space:]]+$' "the user at the mail server"
    require SUMUP_MERCHANT_CODE '^[A-Za-z0-9_-]+$' "the merchant code of the SumUp account"
    require STACK '^[a-z][a-z0-9-]*$' "a name of small letters and digits"
    require REGISTRY '^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._/-]+)?$' "a registry, such as registry.rose-ash.com:5000"
    for app in "${apps[@]}"; do
        key=${app^^}_REPLICAS
        [[ ${!key:-2} =~ ^[1-9][0-9]*$ ]] || fail "$key is '${!key}', which is not a number of tasks from 1 on."
    done
    [[ ${DEPLOY_PATIENCE:-600} =~ ^[1-9][0-9]*$ ]] || fail "DEPLOY_PATIENCE is not a number of seconds."
}

swarm() {
    if [ -n "${DEPLOY_HOST:-}" ]; then docker --host "ssh://$DEPLOY_HOST" "$@"; else docker "$@"; fi
}

check_tree() {
    command -v git >/dev/null || fail "Git is needed and was not found."
    local changes
    changes=$(git status --porcelain) || fail "This folder is not a Git repository."
    [ -z "$changes" ] || fail "The tree has changes that are not committed; what is deployed must be a commit:" "$changes"
    commit=$(git rev-parse --short=12 HEAD)
}

check_swarm() {
    command -v docker >/dev/null || fail "Docker is needed and was not found."
    local state
    state=$(swarm info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}' 2>&1) ||
        fail "Docker${DEPLOY_HOST:+ on $DEPLOY_HOST} does not answer: $state"
    case $state in
        "active true") ;;
        "active "*) fail "Docker${DEPLOY_HOST:+ on $DEPLOY_HOST} is a worker; deploying needs a manager of the swarm." ;;
        *) fail "Docker${DEPLOY_HOST:+ on $DEPLOY_HOST} is not part of a swarm. docker swarm init makes one." ;;
    esac
    [ -n "$(swarm node ls --quiet --filter node.label=roseash.data=true)" ] ||
        fail "No node is marked to keep the data: docker node update --label-add roseash.data=true <node>"
}

# Names of the secrets as docker-compose.yml composes them.
secret_names() {
    local base version
    # shellcheck disable=SC2016 # these are the words of the stack file, not variables of ours
    sed -n '/^secrets:/,$ s/^ *name: ${STACK:-coop}-\([a-z-]*\)-\(.*\)$/\1 \2/p' docker-compose.yml |
        while read -r base version; do
            if [[ $version =~ ^\$\{([A-Z_]+):-1\}$ ]]; then
                version=${BASH_REMATCH[1]}
                version=${!version:-1}
            fi
            echo "$STACK-$base-$version"
        done
}

check_secrets() {
    local there name missing=()
    there=$(swarm secret ls --format '{{.Name}}')
    while IFS= read -r name; do
        grep -qxF -- "$name" <<<"$there" || missing+=("  $name")
    done < <(secret_names)
    [ ${#missing[@]} = 0 ] || fail "The swarm lacks these secrets (docs/operations.md tells what each is):" "${missing[@]}" \
        "Make one with: openssl rand -hex 32 | tr -d '\\n' | docker secret create <name> -"
}

check_registry() {
    command -v curl >/dev/null || fail "curl is needed and was not found."
    local host=${REGISTRY%%/*} scheme status
    for scheme in https http; do
        status=$(curl --silent --output /dev/null --max-time 10 --write-out '%{http_code}' "$scheme://$host/v2/") || continue
        case $status in 200 | 401) return ;; esac
    done
    fail "The registry $host does not answer. REGISTRY says where it is."
}

choose() {
    local app reason found
    if [ ${#chosen[@]} -gt 0 ]; then
        for app in "${chosen[@]}"; do reasons+=("was named"); done
    else
        found=$(.gitea/changed-apps.sh)
        while IFS=$'\t' read -r app reason; do
            [ -z "$app" ] || { chosen+=("$app"); reasons+=("$reason"); }
        done <<<"$found"
    fi
}

is_chosen() {
    case " ${chosen[*]:-} " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}

# What the swarm says of an app's service; nothing where there is none.
about() {
    swarm service inspect --format "$2" "${STACK}_$1" 2>/dev/null || true
}

# Every app's image: this commit for the chosen ones, what runs for the others.
settle_tags() {
    local app tag
    for app in "${apps[@]}"; do
        if is_chosen "$app"; then
            tag=$commit
        else
            tag=$(about "$app" '{{index .Spec.Labels "coop.roseash.commit"}}')
            [ -n "$tag" ] || fail "$app is not deployed yet, so it must be part of this deploy: name it too, or use --all."
        fi
        export "${app^^}_TAG=$tag"
    done
    APP_CONFIG_VERSION=$(git rev-parse --short=12 HEAD:_config/app-config.yaml)
    export APP_CONFIG_VERSION
}

print_plan() {
    local i
    echo "Deploying commit $commit to the stack $STACK${DEPLOY_HOST:+ on $DEPLOY_HOST}"
    for i in "${!chosen[@]}"; do
        printf '  build %-10s (%s)\n' "${chosen[$i]}" "${reasons[$i]}"
    done
    [ ${#chosen[@]} -gt 0 ] || echo "  no image to build; the stack file and the site settings are applied"
}

# Configs have unique names in a swarm, so one of them serves as the lock that people and CI share.
lock() {
    local name=$STACK-deploy-lock
    if ! swarm config create --label "by=$(id -un)@$(hostname)" "$name" - <<<"$(date -u '+%F %T')" >/dev/null 2>&1; then
        fail "Another deploy is under way: $(swarm config inspect --format '{{index .Spec.Labels "by"}} since {{.CreatedAt}}' "$name" 2>/dev/null)" \
            "If that is not so, it was killed; release it with: docker config rm $name"
    fi
    trap 'swarm config rm "$STACK-deploy-lock" >/dev/null 2>&1 || true' EXIT
    trap 'exit 130' INT TERM
}

build_and_push() {
    local app
    for app in "${chosen[@]}"; do
        echo "Building $app"
        docker build --quiet --file "$app/Dockerfile" --tag "$REGISTRY/$app:$commit" . >/dev/null ||
            fail "The image of $app cannot be built. Nothing was pushed or deployed."
    done
    for app in "${chosen[@]}"; do
        echo "Pushing $app"
        docker push --quiet "$REGISTRY/$app:$commit" >/dev/null ||
            fail "The image of $app cannot be pushed to $REGISTRY. Nothing was deployed."
    done
}

declare -A template_before started_before
remember() {
    local app
    for app in "${apps[@]}"; do
        template_before[$app]=$(about "$app" '{{json .Spec.TaskTemplate}}')
        started_before[$app]=$(about "$app" '{{with .UpdateStatus}}{{.StartedAt}}{{end}}')
    done
}

# Prints "healthy", "waiting", or why the app failed.
progress() {
    local app=$1 state started running wanted
    wanted=$(about "$app" '{{.Spec.Mode.Replicated.Replicas}}')
    running=$(swarm service ps --filter desired-state=running --format '{{.Image}} {{.CurrentState}}' "${STACK}_$app" |
        grep -c "^$REGISTRY/$app:$(tag_of "$app")[^ ]* Running" || true)
    if [ -n "${template_before[$app]}" ]; then
        state=$(about "$app" '{{with .UpdateStatus}}{{.State}}{{end}}')
        started=$(about "$app" '{{with .UpdateStatus}}{{.StartedAt}}{{end}}')
        case $state in
            rollback* | paused) [ "$started" = "${started_before[$app]}" ] || { echo "$state"; return; } ;;
        esac
        if [ "$started" = "${started_before[$app]}" ] || [ "$state" != completed ]; then
            echo waiting
            return
        fi
    fi
    if [ "$running" -ge "$wanted" ]; then echo healthy; else echo waiting; fi
}

tag_of() {
    local key=${1^^}_TAG
    echo "${!key}"
}

failed=()
touched=()
# The apps whose tasks this deploy replaces.
find_touched() {
    local app
    for app in "${apps[@]}"; do
        if [ "$(about "$app" '{{json .Spec.TaskTemplate}}')" != "${template_before[$app]}" ]; then touched+=("$app"); fi
    done
}

# Waits until all of them are healthy, or until one has failed.
await_health() {
    local app left=("${touched[@]}") still deadline=$((SECONDS + ${DEPLOY_PATIENCE:-600}))
    while [ ${#left[@]} -gt 0 ]; do
        still=()
        for app in "${left[@]}"; do
            case $(progress "$app") in
                healthy) echo "  $app is healthy" ;;
                waiting) still+=("$app") ;;
                *) failed+=("$app") ;;
            esac
        done
        left=("${still[@]}")
        if [ ${#left[@]} -gt 0 ] && [ $SECONDS -ge "$deadline" ]; then failed+=("${left[@]}"); fi
        [ ${#failed[@]} = 0 ] || return 0
        [ ${#left[@]} = 0 ] || sleep "${DEPLOY_INTERVAL:-2}"
    done
}

# A deploy is whole or not at all: what this one updated goes back, healthy or not.
roll_back() {
    local app task error
    for app in "${failed[@]}"; do
        # The task that failed, where one did: the logs of the others would hide its last words.
        task='' error=''
        read -r task error < <(swarm service ps --no-trunc --format '{{.ID}} {{.Error}}' "${STACK}_$app" | grep -m 1 ' .') || true
        echo "$app did not become healthy${error:+: $error}" >&2
        swarm service logs --raw --tail 15 "${task:-${STACK}_$app}" 2>&1 | sed 's/^/  | /' >&2 || true
    done
    for app in "${touched[@]}"; do
        if [ -z "${template_before[$app]}" ]; then
            echo "$app is new and has nothing to go back to; docker service logs ${STACK}_$app tells more." >&2
        elif [[ $(about "$app" '{{with .UpdateStatus}}{{.State}}{{end}}') == rollback* ]]; then
            echo "$app was rolled back to $(about "$app" '{{index .Spec.Labels "coop.roseash.commit"}}') by the swarm" >&2
        elif swarm service rollback --detach "${STACK}_$app" >/dev/null; then
            echo "$app is rolled back to $(about "$app" '{{index .Spec.Labels "coop.roseash.commit"}}')" >&2
        else
            echo "$app could not be rolled back; do it with: docker service rollback ${STACK}_$app" >&2
        fi
    done
    fail "The deploy of $commit failed."
}

main() {
    read_arguments "$@"
    read_settings
    check_settings
    check_tree
    check_swarm
    check_secrets
    check_registry
    choose
    settle_tags
    print_plan
    [ "$dry" = no ] || exit 0
    lock
    build_and_push
    remember
    echo "Updating the stack"
    local accepted=yes
    swarm stack deploy --with-registry-auth --compose-file docker-compose.yml "$STACK" >/dev/null || accepted=no
    find_touched
    [ "$accepted" = yes ] || roll_back
    await_health
    [ ${#failed[@]} = 0 ] || roll_back
    echo "Deployed $commit"
}

main "$@"
