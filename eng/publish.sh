#!/usr/bin/env bash
# Publishes a hub for linux-x64 that needs no .NET on the machine: eng/publish.sh [FOLDER] (artifacts/linux-x64 by default), and tries it: it must start and be ready.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-artifacts/linux-x64}
dotnet publish src/Regsosek.Api -c Release -r linux-x64 --self-contained -v q -nologo -o "$out"
cp eng/regsosek.service "$out/"

work=$(mktemp -d)
DOTNET_ROOT=/nowhere "$out/Regsosek.Api" --environment=Development --urls=http://127.0.0.1:0 --Demo:Scale=0.01 --Data:Path="$work/data" --Keys:Path="$work/keys" >"$work/said" 2>&1 &
hub=$!
trap 'kill "$hub" 2>/dev/null || true; wait "$hub" 2>/dev/null || true; rm -rf "$work"' EXIT
until url=$(sed -n 's/^The hub listens on //p' "$work/said") && [ -n "$url" ]; do kill -0 "$hub" 2>/dev/null || { cat "$work/said"; exit 1; }; sleep 0.2; done
curl -sf "$url/health/live" && curl -sf "$url/health/ready" && curl -sf -o /dev/null "$url/api/v1/regions/91"
kill -TERM "$hub"
wait "$hub"
echo
du -sh "$out" | awk '{ print "published: " $2 ", " $1 }'
