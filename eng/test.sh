#!/usr/bin/env bash
# Runs every test: eng/test.sh [--whole] [dotnet test arguments, for example --filter FullyQualifiedName~Lookup].
# Needs the .NET 10 SDK; eng/needs.sh installs what else the tests need, or says what is missing, and those tests are skipped by name. With --whole, as the
# gate asks, it fails where an engine that can be had did not run.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
whole=
[ "${1:-}" != --whole ] || { whole=1; shift; }

bash eng/needs.sh curl postgres node npm chromium || echo "The tests that need it will be skipped"
if [ tests/graphql-http/package-lock.json -nt tests/graphql-http/node_modules/.package-lock.json ]; then
  npm ci --prefix tests/graphql-http --no-audit --no-fund --loglevel=error --fetch-retries=3 --fetch-retry-mintimeout=2000 \
    || echo "graphql-http could not be had from npm: the GraphQL audit will be skipped"
fi

# shellcheck source=eng/postgres.sh
. eng/postgres.sh
results=$PWD/artifacts/tests
rm -rf "$results"
temporary=$(mktemp -d /tmp/regsosek-tests-XXXXXX)
# What a test started goes with it; what a run that was ended left is ended too.
end_left() {
  local pid left=
  for pid in $(grep -lsz "^TMPDIR=$temporary" /proc/[0-9]*/environ | cut -d/ -f3); do
    ! grep -aq Regsosek "/proc/$pid/cmdline" 2>/dev/null || { echo "Left running: $(tr '\0' ' ' <"/proc/$pid/cmdline")"; left=1; }
    kill -9 "$pid" 2>/dev/null
  done
  [ -z "$left" ]
}
trap 'end_left; postgres_stop; rm -rf "$temporary"' EXIT
trap 'exit 130' INT TERM

# What the tests need of the database is cheap to lose: nothing is synchronised with the disk.
[ -n "${REGSOSEK_TEST_POSTGRES:-}" ] || postgres_start fsync=off synchronous_commit=off full_page_writes=off max_connections=300 shared_buffers=256MB \
  max_wal_size=4GB checkpoint_timeout=30min autovacuum=off || { echo "The suite is not run on PostgreSQL"; [ -z "$whole" ] || exit 1; }

dotnet restore --locked-mode -v q || exit 1
dotnet build --no-restore -c Release -v q -nologo || exit 1

filter= arguments=()
while [ $# -gt 0 ]; do
  if [ "$1" = --filter ]; then filter=$2; shift 2; else arguments+=("$1"); shift; fi
done
status=0
counted() { grep -ho "<Counters [^>]*" "$results"/${2:-}*.trx 2>/dev/null | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ n += $1 } END { print n + 0 }'; }
run() {
  local engine=$1 also=$2 since=$SECONDS
  echo "== $engine"
  # A test that hangs ends the run, red, with its name.
  TMPDIR=$temporary DOTNET_EnableDiagnostics=0 REGSOSEK_TEST_ENGINE=$engine dotnet test --no-build -c Release --nologo --logger "console;verbosity=minimal" --logger "trx;LogFilePrefix=$engine" \
    --results-directory "$results" --blame-hang-timeout 10m --blame-hang-dump-type none --filter "${filter:+($filter)&}($also)" \
    ${arguments[@]+"${arguments[@]}"} || status=$?
  end_left || status=1
  left=$(cd "$temporary" && find . -mindepth 1 -maxdepth 1 -name '*-*' -not -name 'playwright*' -not -name 'clr-*' -not -name 'dotnet-*' | xargs)
  [ -z "$left" ] || { echo "Left in the temporary folder: $left"; status=1; }
  echo "$engine: $(counted executed "$engine") tests in $((SECONDS - since)) s"
  [ -z "$whole" ] || [ "$(counted executed "$engine")" -gt 0 ] || status=1
}
# Everything on SQLite but what is of another engine; on the others what needs the database.
run Sqlite "Engine!=PostgreSql&Engine!=SqlServer"
[ -z "${REGSOSEK_TEST_POSTGRES:-}" ] || run PostgreSql "Engine=every|Engine=PostgreSql"
[ -z "${REGSOSEK_TEST_SQLSERVER:-}" ] || run SqlServer "Engine=every|Engine=SqlServer"

grep -o 'testName="[^"]*"[^>]*outcome="NotExecuted"' "$results"/*.trx 2>/dev/null | sed 's/.*\/\([A-Za-z]*\)_[^:]*:testName="\([^"]*\)".*/Skipped: \2 (\1)/'
total=$(counted total) executed=$(counted executed) passed=$(counted passed)
failed=$((executed - passed))
[ "$total" -gt 0 ] || status=1
[ "$status" = 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $((total - executed)) skipped"
exit $status
