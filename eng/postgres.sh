# Sourced by the other scripts: a throwaway PostgreSQL on loopback.
# postgres_start [SETTING=VALUE ...] starts a cluster and exports REGSOSEK_TEST_POSTGRES, the connection string of its maintenance database; it returns 1
# and says why where it cannot. postgres_stop ends it, by its process id. eng/needs.sh installs the server.
postgres_folder=

postgres_binaries() {
  local folder
  for folder in /usr/lib/postgresql/15/bin $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) "$(dirname "$(command -v initdb || echo /none/initdb)")"; do
    if [ -x "$folder/initdb" ]; then echo "$folder"; return; fi
  done
  return 1
}

postgres_start() {
  local bin port as=() settings=() setting password
  bin=$(postgres_binaries) || { echo "PostgreSQL is missing (Debian: apt-get install postgresql)"; return 1; }
  postgres_folder=$(mktemp -d /tmp/regsosek-postgres-XXXXXX)
  # PostgreSQL refuses to run as root.
  if [ "$(id -u)" = 0 ]; then chown postgres "$postgres_folder"; as=(runuser -u postgres --); fi
  password=$(head -c 24 /dev/urandom | base64 | tr -dc A-Za-z0-9)
  echo "$password" >"$postgres_folder/password"
  for setting in "$@"; do settings+=("-c $setting"); done
  # The order of words is that of a real installation, not that of bytes: nothing may depend on it.
  (cd / && "${as[@]}" "$bin/initdb" -D "$postgres_folder/data" -U regsosek --auth=scram-sha-256 --pwfile="$postgres_folder/password" \
    --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=id-ID) >"$postgres_folder/log" 2>&1 \
    || { cat "$postgres_folder/log"; postgres_stop; return 1; }
  rm "$postgres_folder/password"
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    (cd / && "${as[@]}" "$bin/pg_ctl" -D "$postgres_folder/data" -w -t 60 -l "$postgres_folder/data/server.log" start \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= ${settings[*]}") >>"$postgres_folder/log" 2>&1 && break
    port=
  done
  [ -n "$port" ] || { cat "$postgres_folder/data/server.log"; postgres_stop; return 1; }
  export REGSOSEK_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Database=postgres;Username=regsosek;Password=$password"
}

postgres_stop() {
  local pid
  [ -n "$postgres_folder" ] || return 0
  if pid=$(head -1 "$postgres_folder/data/postmaster.pid" 2>/dev/null); then
    kill -INT "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  fi
  rm -rf "$postgres_folder"
  postgres_folder=
}
