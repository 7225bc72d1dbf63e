#!/bin/sh
# Runs every test of Rose Ash, the browser journeys included. Installs Chromium and what the tests of the deployment
# need where it can.
set -eu
root=$(cd "$(dirname "$0")" && pwd)
cd "$root"

have_chromium() {
    [ -n "${CHROMIUM:-}" ] || [ -d "/Applications/Google Chrome.app" ] ||
        command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}

install() {
    echo "Installing $*"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

can_install() {
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]
}

if ! have_chromium; then
    if can_install; then
        install chromium
    else
        echo "The browser tests need Chromium and found none. Install it, or name it in the variable CHROMIUM." >&2
        exit 1
    fi
fi
# Without the last three the tests of the front server, of the scripts and of the backups are skipped.
for tool in mvn:maven caddy:caddy shellcheck:shellcheck pg_dump:postgresql-client; do
    if ! command -v "${tool%%:*}" >/dev/null && can_install; then
        install "${tool##*:}"
    fi
done

# The browser driver must not try to download a browser of its own.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
status=0
./mvnw -B -Pvalidate verify "$@" || status=$?

# The whole in one line: every module's reports added up.
find . -path '*/target/*-reports/TEST-*.xml' -exec grep -h -m 1 '<testsuite ' {} + | awk '
    function number(name,   found) {
        if (!match($0, " " name "=\"[0-9]+\"")) return 0
        found = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", found); return found + 0
    }
    { run += number("tests"); bad += number("failures") + number("errors"); skipped += number("skipped") }
    END { printf "\nTests: %d passed, %d failed, %d skipped\n", run - bad - skipped, bad, skipped }'
exit "$status"
