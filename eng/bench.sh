#!/usr/bin/env bash
# Speed as ratios to a hand-written floor:
# eng/bench.sh [--smoke] [--families N, 200000] [--engines Sqlite,PostgreSql] [--only CASE,...] [--rounds N] [--seconds N]
# eng/bench.sh log [--families N] [--engines ...] [--rounds N] [--seconds N] measures what the access log costs, to artifacts/log.ENGINE.json.
# Prints a table and adds records to artifacts/bench.json. --smoke: 300 families, only that every case runs and answers as the floor does.
# Needs wrk, and the server binaries of PostgreSQL; as root on Debian it installs them. eng/bench-once.sh measures start, seed, batches and streams.
set -euo pipefail
cd "$(dirname "$0")/.."
families=200000 engines=Sqlite,PostgreSql also=() smoke= log=
while [ $# -gt 0 ]; do
  case $1 in
    log) log=1; shift ;;
    --smoke) smoke=1 families=300; also+=(--smoke); shift ;;
    --families) families=$2; shift 2 ;;
    --engines) engines=$2; shift 2 ;;
    --only|--rounds|--seconds) also+=("$1" "$2"); shift 2 ;;
    *) sed -n 2,7p "$0"; exit 2 ;;
  esac
done

binaries() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
need=()
command -v wrk >/dev/null || need+=(wrk)
[[ $engines != *PostgreSql* ]] || [ -n "$(binaries)" ] || need+=(postgresql)
if [ ${#need[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${need[@]}"; } \
    >/tmp/regsosek-apt.log 2>&1 || true
fi
command -v wrk >/dev/null || { echo "wrk is missing (Debian: apt-get install wrk)"; [ -n "$smoke" ] && exit 0 || exit 2; }
if [[ $engines == *PostgreSql* ]] && [ -z "$(binaries)" ]; then echo "PostgreSQL is missing: SQLite only"; engines=Sqlite; fi

dotnet build tests/Regsosek.Benchmarks -c Release -v q -nologo >/dev/null
work=$(mktemp -d) port=${BENCH_PORT:-5090} postgres=()
chmod 755 "$work"
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
trap '[ ${#postgres[@]} = 0 ] || as "${postgres[@]}" -m immediate stop >/dev/null 2>&1; rm -rf "$work"' EXIT
hub=(dotnet src/Regsosek.Api/bin/Release/net10.0/Regsosek.Api.dll)

# A cluster of its own on loopback, gone when the script ends.
cluster() {
  local bin; bin=$(binaries)
  install -d -m 700 $([ "$(id -u)" = 0 ] && echo "-o postgres") "$work/pg"
  as "$bin/initdb" -D "$work/pg/data" -U regsosek -A trust -E UTF8 --locale=C --no-sync >"$work/initdb.log"
  postgres=("$bin/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -w
    -o "-p $((port + 5)) -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/pg -c shared_buffers=1GB -c max_wal_size=4GB")
  as "${postgres[@]}" start >/dev/null
  as "$bin/createdb" -h 127.0.0.1 -p $((port + 5)) -U regsosek regsosek
}

for engine in ${engines//,/ }; do
  connection="Data Source=$work/registry.db"
  if [ "$engine" = PostgreSql ]; then cluster; connection="Host=127.0.0.1;Port=$((port + 5));Database=regsosek;Username=regsosek"; fi
  at=(--environment=Development "--Database:Provider=$engine" "--ConnectionStrings:Registry=$connection" "--Keys:Path=$work/keys")
  "${hub[@]}" migrate "${at[@]}" >/dev/null
  # Half of the families in Jayapura, whose agreement the scope cases hold against the nation's.
  for share in "91.71 50" "35.07 30" "11.01 20"; do
    set -- $share
    "${hub[@]}" seed --region "$1" --families $((families * $2 / 100)) --seed 1 "${at[@]}" >/dev/null
  done
  "${hub[@]}" classify "${at[@]}" >/dev/null
  [ "$engine" = Sqlite ] || as "$(binaries)/psql" -h 127.0.0.1 -p $((port + 5)) -U regsosek -qc "VACUUM ANALYZE" regsosek
  mkdir -p artifacts
  if [ -n "$log" ]; then
    dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll log --engine "$engine" --connection "$connection" \
      --keys "$work/keys" --folder "$work/log.$engine" --records "artifacts/log.$engine.json" --port "$port" "${also[@]}"
    continue
  fi
  dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll run --engine "$engine" --connection "$connection" --keys "$work/keys" \
    --hub "${hub[1]}" --folder "$work/run.$engine" --records artifacts/bench.json --families "$families" --port "$port" "${also[@]}"
done
