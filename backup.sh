#!/usr/bin/env bash
# Backs up the database: see ./backup.sh --help.
set -euo pipefail
umask 077

usage() {
    cat <<'HELP'
Usage: ./backup.sh [--to FOLDER] [--keep N] [--url postgresql://user@host/database]

Writes one file, <database>-<time>.dump in PostgreSQL's custom format, reads it back to the end to see that it is whole,
puts its SHA-256 beside it, and then removes all but the newest files. Without --url the stack's own PostgreSQL is asked,
which must run on this machine. ./restore.sh is the way back; docs/operations.md tells how to do it nightly.

  --to FOLDER  where the files go (backups)
  --keep N     how many files stay (14)
  --url URL    another PostgreSQL; its password comes from PGPASSWORD or ~/.pgpass. Needs pg_dump of its version or newer

The stack's name is taken from STACK (coop). Exit code 0 only when a whole backup has been written.
HELP
}

folder=backups
keep=14
url=""
database=roseash

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --to | --keep | --url)
            [ $# -ge 2 ] || { echo "$1 wants a value. ./backup.sh --help tells more." >&2; exit 2; }
            case $1 in --to) folder=$2 ;; --keep) keep=$2 ;; --url) url=$2 ;; esac
            shift 2
            ;;
        *) echo "Do not understand '$1'. ./backup.sh --help tells what there is." >&2; exit 2 ;;
    esac
done
[[ $keep =~ ^[1-9][0-9]*$ ]] || fail "--keep wants a number from 1 on, not '$keep'."

# PostgreSQL's programs, where the database is.
if [ -n "$url" ]; then
    command -v pg_dump >/dev/null || fail "pg_dump is needed for --url and was not found (Debian: postgresql-client)."
    database=${url##*/}
    database=${database%%\?*}
    [ -n "$database" ] || fail "--url should end with the name of the database."
    dump() { pg_dump --dbname "$url" "$@"; }
    check() { pg_restore "$@"; }
else
    command -v docker >/dev/null || fail "Docker was not found; --url names a database elsewhere."
    service=${STACK:-coop}_postgres
    container=$(docker ps --quiet --filter "label=com.docker.swarm.service.name=$service" --filter status=running | head -n 1)
    [ -n "$container" ] || fail "No task of $service runs on this machine. Run this where it does, or give --url."
    dump() { docker exec "$container" pg_dump --username roseash --dbname roseash "$@"; }
    check() { docker exec --interactive "$container" pg_restore "$@"; }
fi

mkdir -p "$folder"
file=$folder/$database-$(date -u +%Y%m%dT%H%M%SZ).dump
trap 'rm -f "$file.part"' EXIT
dump --format=custom >"$file.part" || fail "The database could not be dumped; no backup was written."
check --file=/dev/null <"$file.part" || fail "The dump cannot be read back; no backup was written."
mv "$file.part" "$file"
(cd "$folder" && sha256sum "${file##*/}" >"${file##*/}.sha256")
echo "Wrote $file ($(wc -c <"$file" | tr -d ' ') bytes)"

# Only files of this database, and only now that a new one is whole.
find "$folder" -maxdepth 1 -type f -name "$database-[0-9]*T[0-9]*Z.dump" | sort -r | tail -n "+$((keep + 1))" |
    while IFS= read -r old; do
        rm -f "$old" "$old.sha256"
        echo "Removed $old"
    done
echo "Keep the secrets activitypub-key-secret and signing-key-secret elsewhere: without them the keys in it stay sealed."
