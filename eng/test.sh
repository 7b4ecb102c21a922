#!/usr/bin/env bash
# Runs every test: eng/test.sh [dotnet test arguments, for example --filter FullyQualifiedName~Lookup].
# Needs the .NET 10 SDK; as root on Debian it installs what else the tests need, otherwise it says what is missing and those tests are skipped by name.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v chromium >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing chromium for the browser tests"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium fonts-dejavu-core; } >/tmp/regsosek-apt.log 2>&1 \
      || echo "chromium could not be installed: the browser tests will be skipped (see /tmp/regsosek-apt.log)"
  else
    echo "chromium is missing: the browser tests will be skipped (Debian: apt-get install chromium)"
  fi
fi

# The audit of GraphQL over HTTP, and GraphiQL for the build, come from npm.
if ! command -v npm >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing nodejs and npm for the GraphQL audit and GraphiQL"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends nodejs npm; } >>/tmp/regsosek-apt.log 2>&1 || true
fi
npm ci --prefix tests/graphql-http --no-audit --no-fund --silent 2>/dev/null \
  || echo "npm is missing or found nothing: the GraphQL audit and the test of GraphiQL will be skipped (Debian: apt-get install nodejs npm)"

# shellcheck source=eng/postgres.sh
. eng/postgres.sh
results=$(mktemp -d)
trap 'rm -rf "$results"; postgres_stop' EXIT
trap 'exit 130' INT TERM

# What the tests need of the database is cheap to lose: nothing is synchronised with the disk.
[ -n "${REGSOSEK_TEST_POSTGRES:-}" ] || postgres_start fsync=off synchronous_commit=off full_page_writes=off max_connections=300 shared_buffers=256MB \
  max_wal_size=4GB checkpoint_timeout=30min autovacuum=off || echo "The suite is not run on PostgreSQL"

dotnet restore --locked-mode -v q || exit 1
dotnet build --no-restore -c Release -v q -nologo || exit 1

# Everything on SQLite; on the others what needs the database.
filter= arguments=()
while [ $# -gt 0 ]; do
  if [ "$1" = --filter ]; then filter=$2; shift 2; else arguments+=("$1"); shift; fi
done
status=0
run() {
  local engine=$1 also=$2 all
  all=${filter:+($filter)}${filter:+${also:+&}}$also
  echo "== $engine"
  REGSOSEK_TEST_ENGINE=$engine dotnet test --no-build -c Release --nologo --logger "console;verbosity=minimal" --logger "trx;LogFilePrefix=$engine" \
    --results-directory "$results" ${all:+--filter "$all"} ${arguments[@]+"${arguments[@]}"} || status=$?
}
run Sqlite ""
[ -z "${REGSOSEK_TEST_POSTGRES:-}" ] || run PostgreSql Engine=every
[ -z "${REGSOSEK_TEST_SQLSERVER:-}" ] || run SqlServer Engine=every

grep -o 'testName="[^"]*"[^>]*outcome="NotExecuted"' "$results"/*.trx 2>/dev/null | sed 's/.*\/\([A-Za-z]*\)_[^:]*:testName="\([^"]*\)".*/Skipped: \2 (\1)/'
sum() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ n += $1 } END { print n + 0 }'; }
total=$(sum total) executed=$(sum executed) passed=$(sum passed)
failed=$((executed - passed))
[ "$total" -gt 0 ] || status=1
[ "$status" = 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $((total - executed)) skipped"
exit $status
