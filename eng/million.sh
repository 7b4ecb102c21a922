#!/usr/bin/env bash
# A million families on PostgreSQL: eng/million.sh [--families N, 1000000] [--regions "CODE CODE ...", "91 35 11"] [--no-plans]
# Seeds them into a throwaway cluster and ranks them, telling families a second, memory and size; then reads every paged request of the plan tests with
# EXPLAIN (ANALYZE): fails where one scans a table of families or persons, prints the slowest, and keeps all in artifacts/plans.tsv
# (milliseconds, families and persons read, plan and request, the plan as JSON). Some 10 minutes, and 8 GB in the folder of temporary files.
# Needs the server binaries of PostgreSQL, and GNU time; as root on Debian it installs them.
set -euo pipefail
cd "$(dirname "$0")/.."
families=1000000 regions="91 35 11" plans=1
while [ $# -gt 0 ]; do
  case $1 in
    --families) families=$2; shift 2 ;;
    --regions) regions=$2; shift 2 ;;
    --no-plans) plans=; shift ;;
    *) sed -n 2,6p "$0"; exit 2 ;;
  esac
done

if [ ! -x /usr/bin/time ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends time; } >/tmp/regsosek-apt.log 2>&1 || true
fi
[ -x /usr/bin/time ] || { echo "GNU time is missing (Debian: apt-get install time)"; exit 2; }
dotnet build Regsosek.Api.sln -c Release -v q -nologo >/dev/null
# shellcheck source=eng/postgres.sh
. eng/postgres.sh
work=$(mktemp -d)
trap 'postgres_stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Nothing that an installation could not have: every commit is on the disk before the next begins.
postgres_start shared_buffers=1GB max_wal_size=8GB checkpoint_timeout=15min
at=(--environment=Development --Database:Provider=PostgreSql "--ConnectionStrings:Registry=$REGSOSEK_TEST_POSTGRES" "--Keys:Path=$work/keys")
part() { sed "s/.*$1=\([^;]*\).*/\1/" <<<"$REGSOSEK_TEST_POSTGRES"; }
sql() {
  PGPASSWORD=$(part Password) "$(postgres_binaries)/psql" -h 127.0.0.1 -p "$(part Port)" -U "$(part Username)" -qAt -c "$1" "$(part Database)"
}
hub() { /usr/bin/time -o "$work/time" -f "%e %U %S %M" dotnet src/Regsosek.Api/bin/Release/net10.0/Regsosek.Api.dll "$@" "${at[@]}"; }
tell() {
  awk -v what="$1" -v n="$families" '{ printf "%s: %.0f s, %.0f families/s; the verb took %.0f s of processor time and %.0f MB at most\n", what, $1, n/$1, $2+$3, $4/1024 }' "$work/time"
}

hub migrate
# shellcheck disable=SC2086 # several regions
hub seed --region $regions --families "$families" --seed 1
tell seed
hub classify >/dev/null
tell classify
sql "VACUUM ANALYZE"
sql "SELECT relname || ': ' || n_live_tup || ' rows, ' || pg_size_pretty(pg_table_size(relid)) || ', indexes ' || pg_size_pretty(pg_indexes_size(relid))
  FROM pg_stat_user_tables WHERE relname IN ('Households', 'Persons', 'Payloads', 'Memberships') ORDER BY relname"
[ -n "$plans" ] || exit 0

rm -f artifacts/plans.tsv
result=0
REGSOSEK_TEST_ENGINE=PostgreSql REGSOSEK_PLANS_REGISTRY="$REGSOSEK_TEST_POSTGRES" REGSOSEK_PLANS_KEYS="$work/keys" \
  dotnet test tests/Regsosek.Tests -c Release --no-build --nologo --filter "FullyQualifiedName~Engines.Plans" || result=$?
echo "Slowest statements: milliseconds, families and persons read, plan and request"
sort -rn artifacts/plans.tsv | cut -f 1-3 | head -n 15
exit $result
