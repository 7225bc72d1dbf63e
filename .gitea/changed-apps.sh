#!/usr/bin/env bash
# Decides which apps need a new image: prints one a line, with the reason after a tab. ./deploy.sh asks it, for people and
# for CI alike.
#
# What runs is asked of the swarm itself: every service carries the commit it was built from as a label, and a rollback
# takes the label back too. An app needs a new image when it is not deployed, when its deployed commit is not known here
# (a shallow clone, a branch that was thrown away), when its image is gone from the registry, or when files that go into
# its image differ between the deployed commit and HEAD. Whole trees are compared, both names of a renamed file count,
# so how the commits came about (merges, reverts) does not matter.
#
# Settings: STACK (coop), REGISTRY, DEPLOY_HOST (user@host of the swarm's manager; without it, this machine's Docker).
set -euo pipefail
cd "$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)"

apps=(blog market cart events federation account)
stack=${STACK:-coop}
registry=${REGISTRY:-registry.rose-ash.com:5000}
swarm=(docker)
[ -z "${DEPLOY_HOST:-}" ] || swarm=(docker --host "ssh://$DEPLOY_HOST")

# Prints the name of the app a path goes into, "all", or nothing.
# _config/app-config.yaml is mounted, not built in: ./deploy.sh gives it to the services without a new image.
owner() {
    case $1 in
        shared/* | sx-vm/* | pom.xml | docker-compose.yml) echo all ;;
        .mvn/* | mvnw | .npmrc | .dockerignore | _config/jvm.options | _config/healthcheck | _config/run) echo all ;;
        blog/* | market/* | cart/* | events/* | federation/* | account/*) echo "${1%%/*}" ;;
    esac
}

# Prints the first path that makes an app's image differ between a commit and HEAD.
difference() {
    local app=$1 commit=$2 path belongs
    while IFS= read -r -d '' path; do
        belongs=$(owner "$path")
        if [ "$belongs" = all ] || [ "$belongs" = "$app" ]; then
            printf '%s' "$path"
            return
        fi
    done < <(git diff --name-only --no-renames -z "$commit" HEAD --)
}

if ! services=$("${swarm[@]}" service ls --format '{{.Name}}'); then
    echo "Cannot ask the swarm what is deployed." >&2
    exit 1
fi
for app in "${apps[@]}"; do
    commit=""
    if grep -qx "${stack}_$app" <<<"$services"; then
        commit=$("${swarm[@]}" service inspect --format '{{index .Spec.Labels "coop.roseash.commit"}}' "${stack}_$app")
    fi
    if [ -z "$commit" ]; then
        printf '%s\tis not deployed yet\n' "$app"
    elif ! git cat-file -e "$commit^{commit}" 2>/dev/null; then
        printf '%s\tits deployed commit %s is not known here\n' "$app" "$commit"
    elif path=$(difference "$app" "$commit") && [ -n "$path" ]; then
        printf '%s\t%s changed since %s\n' "$app" "${path//[[:cntrl:]]/?}" "$commit"
    elif ! docker manifest inspect --insecure "$registry/$app:$commit" >/dev/null 2>&1; then
        printf '%s\tits image %s is missing from the registry\n' "$app" "$commit"
    fi
done
