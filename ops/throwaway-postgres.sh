# Sourced: a PostgreSQL server of Debian's own package for one test run, on loopback, in a folder that is deleted afterwards.
# start_throwaway_postgres sets THROWAWAY_POSTGRES_URL; stop_throwaway_postgres ends it.

# PostgreSQL refuses to run as root: then it runs as nobody.
as_plain_user() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && setpriv --reuid=nobody --regid=nogroup --clear-groups env -i PATH="$PATH" LC_ALL=C.UTF-8 "$@")
  else
    (cd / && "$@")
  fi
}

start_throwaway_postgres() {
  local bin port
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | head -n 1)
  THROWAWAY_POSTGRES_BIN=$bin
  THROWAWAY_POSTGRES_DIR=$(mktemp -d)
  port=$(free_port)
  [ "$(id -u)" = 0 ] && chown nobody:nogroup "$THROWAWAY_POSTGRES_DIR"
  (umask 077; head -c 18 /dev/urandom | base64 | tr -d '/+=' > "$THROWAWAY_POSTGRES_DIR/password")
  [ "$(id -u)" = 0 ] && chown nobody:nogroup "$THROWAWAY_POSTGRES_DIR/password"
  as_plain_user "$bin/initdb" -D "$THROWAWAY_POSTGRES_DIR/data" -U ecg -A scram-sha-256 \
    --pwfile="$THROWAWAY_POSTGRES_DIR/password" --encoding=UTF8 --locale=C --no-sync > /dev/null
  as_plain_user "$bin/pg_ctl" -D "$THROWAWAY_POSTGRES_DIR/data" -w -l "$THROWAWAY_POSTGRES_DIR/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start > /dev/null
  THROWAWAY_POSTGRES_URL="jdbc:postgresql://127.0.0.1:$port/postgres?user=ecg&password=$(cat "$THROWAWAY_POSTGRES_DIR/password")"
}

stop_throwaway_postgres() {
  as_plain_user "$THROWAWAY_POSTGRES_BIN/pg_ctl" -D "$THROWAWAY_POSTGRES_DIR/data" -m immediate stop > /dev/null
  rm -rf "$THROWAWAY_POSTGRES_DIR"
}

# Asks the kernel for a free port by way of bash alone: tries ports until nobody answers on one.
free_port() {
  local port
  while :; do
    port=$(( 20000 + RANDOM % 20000 ))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}
