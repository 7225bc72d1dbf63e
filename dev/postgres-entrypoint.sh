#!/bin/sh
# What the official image does at its first start, as far as the stack needs it: a cluster with the user, the
# password and the database it was told.
set -eu
if [ "$(id -u)" = 0 ]; then
    mkdir -p /var/run/postgresql
    chown -R postgres: "$PGDATA" /var/run/postgresql
    exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    initdb --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --auth-local=trust \
        --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    echo "CREATE DATABASE $POSTGRES_DB;" | postgres --single -j postgres >/dev/null
fi
exec "$@" -c "listen_addresses=*"
