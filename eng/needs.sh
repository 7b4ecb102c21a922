#!/usr/bin/env bash
# What building, testing and measuring need beside the .NET 10 SDK: as root on Debian it installs what is missing, elsewhere it says what that is.
# eng/needs.sh [COMMAND, those of the whole gate by default ...] ends with 1 when one of them is still missing.
set -uo pipefail
declare -A packages=([curl]=curl [wrk]=wrk [postgres]=postgresql [node]=nodejs [npm]=npm [chromium]="chromium fonts-dejavu-core")
[ $# -gt 0 ] || set -- curl wrk postgres node npm chromium
is_there() { if [ "$1" = postgres ]; then compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || command -v initdb; else command -v "$1"; fi >/dev/null; }
missing() { for command in "$@"; do is_there "$command" || echo "${packages[$command]}"; done; }

wanted=$(missing "$@" | xargs)
if [ -n "$wanted" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing $wanted"
  log=$(mktemp)
  # Debian would start a cluster of its own beside ours.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  export DEBIAN_FRONTEND=noninteractive
  for wait in 0 5 20; do
    sleep "$wait"
    # shellcheck disable=SC2086
    { apt-get update -q -o Acquire::Retries=3 && apt-get install -qy --no-install-recommends -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 $wanted; } >"$log" 2>&1
    [ -n "$(missing "$@")" ] || break
  done
  [ -z "$(missing "$@")" ] || tail -n 20 "$log"
  rm -f "$log"
fi
wanted=$(missing "$@" | xargs)
[ -z "$wanted" ] || { echo "Missing (Debian: apt-get install $wanted)"; exit 1; }
