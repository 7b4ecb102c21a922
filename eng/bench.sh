#!/usr/bin/env bash
# Speed as ratios to a hand-written floor:
# eng/bench.sh [--smoke] [--families N, 200000] [--engines Sqlite,PostgreSql] [--only CASE,...] [--rounds N] [--seconds N]
# eng/bench.sh log [--families N] [--engines ...] [--rounds N] [--seconds N] measures what the access log costs, to artifacts/log.ENGINE.json.
# eng/bench.sh classify [--families N] [--engines ...] measures a run of the nation, on PostgreSQL beside COPY, to artifacts/classify.ENGINE.json.
# eng/bench.sh export [--families N] [--engines ...] measures exports of the nation, on PostgreSQL beside COPY, to artifacts/export.ENGINE.json.
# eng/bench.sh lists [--families N] [--engines ...] measures targeted lists of the nation, to artifacts/lists.ENGINE.json.
# Prints a table and adds records to artifacts/bench.json. --smoke: 300 families, only that every case runs and answers as the floor does.
# eng/needs.sh brings wrk and PostgreSQL. eng/bench-once.sh measures start, seed, batches and streams.
set -euo pipefail
cd "$(dirname "$0")/.."
families=200000 engines=Sqlite,PostgreSql also=() smoke= only=
while [ $# -gt 0 ]; do
  case $1 in
    log|classify|export|lists) only=$1; shift ;;
    --smoke) smoke=1 families=300; also+=(--smoke); shift ;;
    --families) families=$2; shift 2 ;;
    --engines) engines=$2; shift 2 ;;
    --only|--rounds|--seconds) also+=("$1" "$2"); shift 2 ;;
    *) sed -n 2,10p "$0"; exit 2 ;;
  esac
done

bash eng/needs.sh wrk curl postgres || exit 2
dotnet build tests/Regsosek.Benchmarks -c Release -v q -nologo >/dev/null
# shellcheck source=eng/postgres.sh
. eng/postgres.sh
work=$(mktemp -d)
ended() {
  [ "$1" = 0 ] || tail -n 40 "$work"/*/{hub,floor}.log "$postgres_folder"/data/server.log 2>/dev/null || true
  postgres_stop
  rm -rf "$work"
}
trap 'ended $?' EXIT
trap 'exit 130' INT TERM
hub=(dotnet src/Regsosek.Api/bin/Release/net10.0/Regsosek.Api.dll)

for engine in ${engines//,/ }; do
  connection="Data Source=$work/registry.db"
  if [ "$engine" = PostgreSql ]; then
    postgres_start shared_buffers=$([ -n "$smoke" ] && echo 64MB || echo 1GB) max_wal_size=4GB max_connections=200
    connection=$REGSOSEK_TEST_POSTGRES
  fi
  at=(--environment=Development "--Database:Provider=$engine" "--ConnectionStrings:Registry=$connection" "--Keys:Path=$work/keys")
  "${hub[@]}" migrate "${at[@]}" >/dev/null
  seed() { "${hub[@]}" seed --families "$1" --region "${@:2}" --seed 1 "${at[@]}" >/dev/null; }
  if [ -n "$smoke" ]; then
    seed "$families" 91.71 35.07 11.01
  else
    # Half of the families in Jayapura, whose agreement the scope cases hold against the nation's.
    seed $((families / 2)) 91.71
    seed $((families * 3 / 10)) 35.07
    seed $((families / 5)) 11.01
  fi
  mkdir -p artifacts
  if [ "$only" = classify ]; then
    dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll classify --engine "$engine" --connection "$connection" \
      --keys "$work/keys" --records "artifacts/classify.$engine.json"
    continue
  fi
  "${hub[@]}" classify "${at[@]}" >/dev/null
  dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll past --engine "$engine" --connection "$connection"
  if [ "$engine" = PostgreSql ]; then
    part() { sed "s/.*$1=\([^;]*\).*/\1/" <<<"$connection"; }
    PGPASSWORD=$(part Password) "$(postgres_binaries)/psql" -h 127.0.0.1 -p "$(part Port)" -U "$(part Username)" -qc "VACUUM ANALYZE" "$(part Database)"
  fi
  if [ "$only" = log ]; then
    dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll log --engine "$engine" --connection "$connection" \
      --keys "$work/keys" --folder "$work/log.$engine" --records "artifacts/log.$engine.json" "${also[@]}"
    continue
  fi
  if [ "$only" = export ]; then
    export=(dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll export --engine "$engine" --connection "$connection" \
      --keys "$work/keys" --folder "$work/exports")
    "${export[@]}" --records "artifacts/export.$engine.json"
    "${export[@]}" --members --records "artifacts/export-members.$engine.json"
    continue
  fi
  if [ "$only" = lists ]; then
    dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll list --engine "$engine" --connection "$connection" \
      --keys "$work/keys" --folder "$work/exports" --records "artifacts/lists.$engine.json"
    continue
  fi
  dotnet tests/Regsosek.Benchmarks/bin/Release/net10.0/Regsosek.Benchmarks.dll run --engine "$engine" --connection "$connection" --keys "$work/keys" \
    --hub "${hub[1]}" --folder "$work/run.$engine" --records artifacts/bench.json --families "$families" "${also[@]}"
done
