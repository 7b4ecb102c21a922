#!/usr/bin/env bash
# Model changes: eng/ef.sh add NAME adds a migration for all three engines; eng/ef.sh initial makes the one Initial of each anew (before the first release).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build src/Regsosek.Data -v q
each() { for engine in Sqlite Postgres SqlServer; do "$@" "$engine"; done; }
add() { dotnet ef migrations add "$name" --no-build -p src/Regsosek.Data -s src/Regsosek.Data --context "$1Registry" --output-dir "Migrations/$1"; }
case "${1:-}" in
  add) name=${2:?a name}; each add ;;
  initial) rm -rf src/Regsosek.Data/Migrations; dotnet build src/Regsosek.Data -v q; name=Initial; each add ;;
  *) sed -n 2p "$0"; exit 2 ;;
esac
