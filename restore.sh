#!/usr/bin/env bash
# Restores a backup: see ./restore.sh --help.
set -euo pipefail

usage() {
    cat <<'HELP'
Usage: ./restore.sh [--replace] [--url postgresql://user@host/database] FILE

Restores a file of ./backup.sh into the stack's PostgreSQL, or into the database that --url names. The file is restored
beside the database first and takes its place only when all of it is there; on any failure the database stays as it was.

  --replace  take the place of a database that holds tables; it is kept as <database>_before_<time>
  --url URL  another PostgreSQL, with a role that may create databases; password from PGPASSWORD or ~/.pgpass

Nobody may be connected meanwhile: docs/operations.md tells how to stop the apps and start them again.
HELP
}

replace=no
url=""
file=""
database=roseash

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --replace) replace=yes; shift ;;
        --url)
            [ $# -ge 2 ] || { echo "--url wants a value. ./restore.sh --help tells more." >&2; exit 2; }
            url=$2
            shift 2
            ;;
        -*) echo "Do not understand '$1'. ./restore.sh --help tells what there is." >&2; exit 2 ;;
        *)
            [ -z "$file" ] || { echo "One file at a time." >&2; exit 2; }
            file=$1
            shift
            ;;
    esac
done
[ -n "$file" ] || { echo "Which file? ./restore.sh --help tells more." >&2; exit 2; }
[ -f "$file" ] || fail "There is no file $file."

# `on DATABASE program …` runs one of PostgreSQL's programs against a database of the server.
if [ -n "$url" ]; then
    command -v pg_restore >/dev/null || fail "pg_restore is needed for --url and was not found (Debian: postgresql-client)."
    server=${url%/*}
    database=${url##*/}
    query=""
    case $database in *\?*) query="?${database#*\?}" database=${database%%\?*} ;; esac
    on() { "$2" --dbname "$server/$1$query" "${@:3}"; }
else
    command -v docker >/dev/null || fail "Docker was not found; --url names a database elsewhere."
    service=${STACK:-coop}_postgres
    container=$(docker ps --quiet --filter "label=com.docker.swarm.service.name=$service" --filter status=running | head -n 1)
    [ -n "$container" ] || fail "No task of $service runs on this machine. Run this where it does, or give --url."
    on() { docker exec --interactive "$container" "$2" --username roseash --dbname "$1" "${@:3}"; }
fi
[[ $database =~ ^[a-z_][a-z0-9_]*$ ]] || fail "'$database' is not a database this script restores into."
ask() { on "$1" psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 \
    --command "SET client_min_messages TO warning" --command "$2" </dev/null; }

if [ -f "$file.sha256" ]; then
    (cd "$(dirname "$file")" && sha256sum --check --status "$(basename "$file").sha256") ||
        fail "$file is not what ./backup.sh wrote: its SHA-256 differs."
fi
there=$(ask postgres "SELECT count(*) FROM pg_database WHERE datname = '$database'")
tables=0
if [ "$there" = 1 ]; then
    tables=$(ask "$database" "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
    connected=$(ask postgres "SELECT count(*) FROM pg_stat_activity WHERE datname = '$database'")
    [ "$connected" = 0 ] || fail "$connected connections to $database are open. Stop the apps first."
fi
[ "$tables" = 0 ] || [ "$replace" = yes ] || fail "$database holds $tables tables already. --replace puts the backup in its place."

beside=${database}_restoring
ask postgres "DROP DATABASE IF EXISTS $beside"
ask postgres "CREATE DATABASE $beside TEMPLATE template0"
trap 'ask postgres "DROP DATABASE IF EXISTS $beside" || true' EXIT
on "$beside" pg_restore --exit-on-error --single-transaction --no-owner --no-privileges <"$file" ||
    fail "The backup could not be restored; $database is as it was."
restored=$(ask "$beside" "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
[ "$restored" -gt 0 ] || fail "The backup holds no tables; $database is as it was."
ask "$beside" "ANALYZE"

before=${database}_before_$(date -u +%Y%m%d%H%M%S)
swap="ALTER DATABASE $beside RENAME TO $database"
[ "$there" = 0 ] || swap="ALTER DATABASE $database RENAME TO $before; $swap"
ask postgres "BEGIN; $swap; COMMIT" || fail "Somebody connected to $database meanwhile; it is as it was. Stop the apps first."
echo "Restored $restored tables into $database"
if [ "$there" = 1 ] && [ "$tables" = 0 ]; then
    ask postgres "DROP DATABASE $before"
elif [ "$there" = 1 ]; then
    echo "What was there is kept as $before; drop it when it is not needed any more."
fi
